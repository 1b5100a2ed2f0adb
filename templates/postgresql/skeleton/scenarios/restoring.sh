# shellcheck shell=bash
# Read by the scripts that bring back a copy.

# What the living Cluster has, which may have grown since this repository was made; else what the settings say, for when it is gone.
read_live_settings() {
  local value
  kube get "$CLUSTERS" "$CLUSTER" --output name >/dev/null 2>&1 || return 0
  value=$(field "$CLUSTER" .status.image) && IMAGE=${value:-$IMAGE}
  value=$(field "$CLUSTER" .spec.storage.size) && DATA_SIZE=${value:-$DATA_SIZE}
  value=$(field "$CLUSTER" .spec.walStorage.size) && WAL_SIZE=${value:-$WAL_SIZE}
  value=$(field "$CLUSTER" .spec.storage.storageClass) && STORAGE_CLASS=${value:-$STORAGE_CLASS}
  value=$(field "$CLUSTER" .spec.resources.limits.memory) && MEMORY=${value:-$MEMORY}
}

# restored_cluster NAME PURPOSE [TIME]: the manifest of a copy, as of TIME or as late as possible.
restored_cluster() {
  local name=$1 purpose=$2 target=${3:-}
  sed -e "s|@NAME@|$name|" -e "s|@PURPOSE@|$purpose|" -e "s|@IMAGE@|$IMAGE|" -e "s|@MEMORY@|$MEMORY|" \
    -e "s|@DATA_SIZE@|$DATA_SIZE|" -e "s|@WAL_SIZE@|$WAL_SIZE|" -e "s|@DATABASE@|$DATABASE|" \
    -e "s|@OBJECT_STORE@|$OBJECT_STORE|" -e "s|@SERVER_NAME@|$SERVER_NAME|" "$SCENARIOS/restored-cluster.tmpl" |
    if [ -n "$STORAGE_CLASS" ]; then sed "s|@STORAGE_CLASS@|$STORAGE_CLASS|"; else sed "s|, storageClass: '@STORAGE_CLASS@'||"; fi |
    if [ -n "$target" ]; then sed "s|@TARGET_TIME@|$target|"; else sed '/recoveryTarget/d'; fi
}

is_archived() { [ "$(sql "$1" "$DATABASE" --command "SELECT last_archived_wal COLLATE \"C\" >= '$2' FROM pg_stat_archiver")" = t ]; }

# archive_until_now: has the living database close its WAL file and waits until that is in the object store. A restore to a moment needs a commit
# after it in the archive, else PostgreSQL gives up: "recovery ended before configured recovery target was reached".
archive_until_now() {
  local primary file
  primary=$(field "$CLUSTER" .status.currentPrimary 2>/dev/null) || primary=
  # A transaction number makes a commit even where nobody writes.
  if [ -z "$primary" ] || ! file=$(sql "$primary" "$DATABASE" --command 'SELECT txid_current()' \
    --command 'SELECT pg_walfile_name(pg_current_wal_insert_lsn())' --command 'SELECT pg_switch_wal()' 2>/dev/null | sed -n 2p) || [ -z "$file" ]; then
    say "$CLUSTER does not answer: what it has not archived is not in the copy"
    return 0
  fi
  # In a shell of its own: who waits in vain says so, and the restore is tried all the same.
  (WAIT_SECONDS=${ARCHIVE_SECONDS:-180} wait_until "WAL file $file in the object store" is_archived "$primary" "$file") ||
    say 'if the moment lies after what is archived, the restore will fail'
}

is_ready() { [ "$(field "$1" '.status.conditions[?(@.type=="Ready")].status')" = True ]; }

is_ready_or_lost() {
  case $(field "$1" .status.phase) in
    *unrecoverable*) die "$1 cannot be restored; its job says why: kubectl --namespace $NAMESPACE logs --selector cnpg.io/cluster=$1 --tail 50" ;;
  esac
  is_ready "$1"
}

# restore_copy NAME PURPOSE [TIME]: creates the copy and waits until it takes writes. Sets `took`, in seconds.
restore_copy() {
  local began
  kube get "$CLUSTERS" "$1" --output name >/dev/null 2>&1 && die "there is a Cluster $1 already: remove it first (kubectl --namespace $NAMESPACE delete $CLUSTERS $1)"
  read_live_settings
  began=$(now)
  restored_cluster "$@" | kube create --filename - >/dev/null
  wait_until "the copy $1" is_ready_or_lost "$1"
  # Read by the caller.
  # shellcheck disable=SC2034
  took=$(($(now) - began))
}
