#!/usr/bin/env bash
# A stand-in for kubectl that plays one Cluster: it keeps its state in files of $STATE, answers what the scripts ask, and lets time pass with each
# question. It refuses what it does not know, so that a script that asks for something else fails.
set -euo pipefail

args=("$@")
printf '%s\n' "${args[*]}" >>"$STATE/calls"

read_state() { cat "$STATE/$1" 2>/dev/null || true; }
is() { [ -e "$STATE/$1" ]; }
refuse() { printf 'Error from server: %s\n' "$*" >&2; exit 1; }

# Global flags come first.
while [[ ${1:-} == --* ]]; do shift 2; done
verb=$1
shift

is api-down && refuse 'connection refused'

case $verb in
  get)
    kind=$1 path=
    shift
    name=
    [[ ${1:-} == --* ]] || { name=$1; shift; }
    while [ $# -gt 0 ]; do
      case $1 in --output) path=$2; shift 2 ;; *) refuse "unexpected $1" ;; esac
    done
    case $kind in
      clusters.postgresql.cnpg.io)
        is "cluster-$name" || refuse "clusters.postgresql.cnpg.io \"$name\" not found"
        case $path in
          name) printf 'cluster/%s\n' "$name" ;;
          *currentPrimary*)
            # The promotion takes two questions.
            if is killed; then
              asked=$(($(read_state asked) + 1))
              printf '%s' "$asked" >"$STATE/asked"
              [ "$asked" -gt 2 ] && ! is never-promotes && printf '%s' "$name-2" >"$STATE/primary-$name"
            fi
            read_state "primary-$name"
            ;;
          *status.phase*) read_state "phase-$name" ;;
          *spec.instances* | *readyInstances*) read_state "instances-$name" ;;
          *timelineID*) printf 2 ;;
          *'"Ready"'*) is "unready-$name" || printf True ;;
          *'"ContinuousArchiving"'*status*) read_state archiving ;;
          *'"ContinuousArchiving"'* | *'"LastBackupSucceeded"'*) printf 'as it says' ;;
          *synchronous*) read_state synchronous ;;
          *status.image*) printf 'registry.example/postgresql:18' ;;
          *storage.size* | *walStorage.size*) printf 40Gi ;;
          *storageClass*) printf live-class ;;
          *memory*) printf 3Gi ;;
          *) refuse "unexpected path $path" ;;
        esac
        ;;
      objectstores.barmancloud.cnpg.io)
        case $path in
          *firstRecoverabilityPoint*) read_state first ;;
          *lastSuccessfulBackupTime*) read_state last ;;
          *lastFailedBackupTime*) read_state failed ;;
          *) refuse "unexpected path $path" ;;
        esac
        ;;
      backups.postgresql.cnpg.io)
        case $path in
          *range*) read_state snapshots ;;
          *status.phase*) read_state backup-phase ;;
          *status.error*) printf 'the store refused it' ;;
          *stoppedAt*) printf '2026-01-31T02:04:10Z' ;;
          *) refuse "unexpected path $path" ;;
        esac
        ;;
      namespace) is "namespace-$name" || refuse "namespaces \"$name\" not found" ;;
      secret) is "secret-$name" || refuse "secrets \"$name\" not found" ;;
      *) refuse "unexpected kind $kind" ;;
    esac
    ;;
  create)
    # From a file, else from standard input.
    if [ "$1 ${2:-}" = '--filename -' ]; then manifest=$(cat); else manifest=$(cat "$2"); fi
    printf '%s\n---\n' "$manifest" >>"$STATE/created"
    if [[ $manifest == *'kind: Cluster'* ]]; then
      name=$(sed -n "s/^  name: '\(.*\)'/\1/p" <<<"$manifest" | head -n 1)
      touch "$STATE/cluster-$name"
      printf '%s-1' "$name" >"$STATE/primary-$name"
      if is restore-impossible; then printf 'Cluster is unrecoverable and needs manual intervention' >"$STATE/phase-$name"; fi
    fi
    ;;
  exec)
    # Statements come as an argument or from standard input.
    case "${args[*]}" in
      *'RETURNING n'*)
        printf '1\n2\n3\n'
        for _ in $(seq 100); do is killed && break; sleep 0.05; done
        ;;
      *'SELECT count'*) read_state kept ;;
      *pg_walfile_name*) ! is sql-fails || exit 3; printf '742\n00000001000000000000000A\n0/A000148\n' ;;
      *"'00000001000000000000000A' FROM pg_stat_archiver"*) if is never-archives; then printf 'f\n'; else printf 't\n'; fi ;;
      *pg_is_in_recovery*) if is in-recovery; then printf 't\n'; else printf 'f\n'; fi ;;
      *DROP* | *INSERT* | *SELECT*) : ;;
      *) cat >/dev/null; read_state checks; ! is sql-fails || exit 3 ;;
    esac
    ;;
  delete)
    case $1 in
      pod) touch "$STATE/killed" ;;
      clusters.postgresql.cnpg.io) rm -f "$STATE/cluster-$2" ;;
      backups.postgresql.cnpg.io) printf '%s\n' "$2" >>"$STATE/deleted" ;;
      *) refuse "unexpected kind $1" ;;
    esac
    ;;
  patch) if is patch-fails; then refuse forbidden; fi ;;
  *) refuse "unexpected verb $verb" ;;
esac
