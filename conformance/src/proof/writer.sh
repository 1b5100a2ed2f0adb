#!/usr/bin/env bash
# Writes row after row through the service of the primary, as an application would, and says of each when its commit was acknowledged:
# "<seconds since the epoch> <number>". A write whose end is not known counts as not acknowledged. Runs in a pod of its own.
trap '' PIPE
export PGSSLMODE=require PGCONNECT_TIMEOUT=2 PGAPPNAME=proof-writer
# A dead server has to look dead within seconds. No statement_timeout: to cancel the wait for a replica would acknowledge a commit that only
# the primary has.
settings="keepalives_idle=1 keepalives_interval=1 keepalives_count=2 tcp_user_timeout=3000"

until psql -qAtX -d "$settings" -c 'CREATE TABLE IF NOT EXISTS proof_writes (n bigint PRIMARY KEY)' 2>/dev/null; do sleep 1; done
n=0
while :; do
  coproc session { exec psql -qAtX -v ON_ERROR_STOP=1 -d "$settings" 2>/dev/null; }
  # shellcheck disable=SC2154 # coproc sets it
  pid=$session_PID in=${session[1]} out=${session[0]}
  while n=$((n + 1)); do
    printf 'INSERT INTO proof_writes VALUES (%s) RETURNING n;\n' "$n" >&"$in" || break
    IFS= read -r answer <&"$out" || break
    [ "$answer" = "$n" ] || break
    printf '%s %s\n' "$EPOCHREALTIME" "$n"
    sleep 0.01
  done 2>/dev/null
  kill "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  sleep 0.1
done
