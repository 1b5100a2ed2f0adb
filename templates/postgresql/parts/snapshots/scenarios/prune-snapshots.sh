#!/usr/bin/env bash
# Deletes Backups by volume snapshot that are older than DAYS, and their snapshots with them; the operator itself keeps them for ever. The newest
# that completed always stays. Without YES=1 it only says what it would delete.
# shellcheck source=/dev/null
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_cluster "$CLUSTER"

days=${DAYS:-${RETENTION_DAYS:?}}
[[ $days =~ ^[1-9][0-9]*$ ]] || die "DAYS is '$days': give a number of days, 1 or more"
before=$(date -u -d "-$days days" +%Y-%m-%dT%H:%M:%SZ)

# Times of one format and zone sort as text does. Newest first.
snapshots=$(kube get "$BACKUPS" --output 'jsonpath={range .items[?(@.spec.method=="volumeSnapshot")]}{.status.stoppedAt}{" "}{.status.phase}{" "}{.spec.cluster.name}{" "}{.metadata.name}{"\n"}{end}' |
  awk -v cluster="$CLUSTER" '$2 == "completed" && $3 == cluster { print $1, $4 }' | sort -r)

newest=1
while read -r stopped name; do
  [ -n "$name" ] || continue
  if [ "$newest" = 1 ] || [[ ! $stopped < $before ]]; then
    newest=0
    continue
  fi
  if [ "${YES:-}" = 1 ]; then
    kube delete "$BACKUPS" "$name" --wait=false >/dev/null
    say "deleted       $name of $stopped"
  else
    say "would delete  $name of $stopped"
  fi
done <<<"$snapshots"
