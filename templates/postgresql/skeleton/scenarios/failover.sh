#!/usr/bin/env bash
# Kills the primary while somebody writes. What to see: another instance takes over by itself, writes go on after a pause that is measured, and
# with required synchronous replication not one acknowledged write is lost.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_cluster "$CLUSTER"

[ "$(field "$CLUSTER" .spec.instances)" -gt 1 ] || die "$CLUSTER has one instance: there is none to fail over to"
[ "$(field "$CLUSTER" .status.readyInstances)" = "$(field "$CLUSTER" .spec.instances)" ] || die "not every instance of $CLUSTER is ready: mend that first"
old=$(primary_of "$CLUSTER")

if [ "${YES:-}" != 1 ]; then
  [ -t 0 ] || die 'this interrupts the database: say YES=1 to go on'
  read -rp "Kill $old, the primary of $CLUSTER? Writes stop for some seconds. [y/N] " answer
  [ "$answer" = y ] || die 'nothing was done'
fi

acknowledged=$(mktemp)
trap 'rm -f "$acknowledged"' EXIT
sql "$old" "$DATABASE" --command 'SET client_min_messages = warning; DROP TABLE IF EXISTS holdfast_failover_test; CREATE TABLE holdfast_failover_test (n bigint PRIMARY KEY, at timestamptz DEFAULT clock_timestamp())'

# One session that writes and reports each write once it is committed. It ends with the primary.
kube exec --container postgres "$old" -- bash -c "
  n=0
  while n=\$((n + 1)); do printf 'INSERT INTO holdfast_failover_test VALUES (%s) RETURNING n;\n' \"\$n\"; sleep 0.02; done |
    psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname '$DATABASE'
" >"$acknowledged" 2>/dev/null &
writer=$!
wrote() { [ -s "$acknowledged" ]; }
wait_until 'the first write' wrote
sleep "${WRITE_SECONDS:-3}"

began=$(now)
kube delete pod "$old" --grace-period=0 --force --wait=false >/dev/null 2>&1
say "killed $old"

promoted() { new=$(field "$CLUSTER" .status.currentPrimary) && [ -n "$new" ] && [ "$new" != "$old" ]; }
writable() { sql "$new" "$DATABASE" --command 'INSERT INTO holdfast_failover_test VALUES (-1) ON CONFLICT DO NOTHING' >/dev/null 2>&1; }
new=
wait_until 'the promotion of another instance' promoted
wait_until 'the first write on the new primary' writable
took=$(($(now) - began))

# Where the old primary still runs, as on a node that is cut off, its client need not have noticed.
kill "$writer" 2>/dev/null || true
wait "$writer" 2>/dev/null || true
last=$(grep -E '^[0-9]+$' "$acknowledged" | tail -n 1)
kept=$(sql "$new" "$DATABASE" --command "SELECT count(*) FROM holdfast_failover_test WHERE n BETWEEN 1 AND ${last:?nothing was written}")
sql "$new" "$DATABASE" --command 'DROP TABLE holdfast_failover_test'

say "new primary           $new, timeline $(field "$CLUSTER" .status.timelineID)"
say "writes went on after  $took s"
say "acknowledged writes   $last, of which $((last - kept)) are lost"
if [ "$kept" -lt "$last" ]; then
  durability=$(field "$CLUSTER" .spec.postgresql.synchronous)
  case $durability in
    *preferred* | '') say 'Replication does not wait for replicas, so that can happen; see docs/recovery-objectives.md' ;;
    *) die 'commits wait for replicas, so nothing may be lost: this is a fault' ;;
  esac
fi
ready() { [ "$(field "$CLUSTER" .status.readyInstances)" = "$(field "$CLUSTER" .spec.instances)" ]; }
wait_until 'the old primary as a replica' ready
say "all instances ready   after $(($(now) - began)) s"
[ "$took" -le "$RTO_SECONDS" ] || die "the objective is $RTO"
