# shellcheck shell=bash
# Sourced by record.sh: the lab's verbs, waiting, and `record`.
: "${HERE:?sourced by record.sh}" "${HOLDFAST_LAB_DIR:?set it to the folder of the lab}"
OUT=${HOLDFAST_RECORDINGS:-$HERE/cloudnative-pg-1.30}
KINDS=clusters.postgresql.cnpg.io,backups.postgresql.cnpg.io,scheduledbackups.postgresql.cnpg.io,poolers.postgresql.cnpg.io,objectstores.barmancloud.cnpg.io,persistentvolumeclaims,persistentvolumes,storageclasses.storage.k8s.io,pods,namespaces
METRICS='cnpg_collector_.+|cnpg_pg_stat_archiver_.+|cnpg_pg_replication_.+|cnpg_pg_stat_replication_.+|cnpg_pg_database_size_bytes|cnpg_pg_postmaster_start_time|barman_cloud_.+|kubelet_volume_stats_.+'

say() { printf '%s %s\n' "$(date -u +%T)" "$*" >&2; }
die() { say "$*"; exit 1; }
lab() { "$HOLDFAST_LAB_DIR/lab" "$@"; }
kubectl() { lab kubectl "$@"; }
exists() { kubectl get "$@" >/dev/null 2>&1; }
for tool in jq curl; do command -v "$tool" >/dev/null || die "needs $tool"; done
[ -x "$HOLDFAST_LAB_DIR/lab" ] || die "HOLDFAST_LAB_DIR: there is no program 'lab' in $HOLDFAST_LAB_DIR"

WORK=$(mktemp -d)
export LAB_BACKUP_SECONDS=${LAB_BACKUP_SECONDS:-600}
export LAB_VOLUMES=${LAB_VOLUMES:-60} # a deleted cluster's volume is not given out again
STARTED=
finish() {
  status=$?
  rm -rf "$WORK"
  if [ -n "$STARTED" ] && [ "${KEEP:-}" != 1 ]; then lab down; fi
  exit "$status"
}
trap finish EXIT
if [ "$(lab status)" = "node: down" ]; then
  STARTED=1
  lab up
fi
exists -n cnpg-system deployment barman-cloud || lab postgres-operator
PROMETHEUS=$(lab prometheus 2>&1 | grep -o 'http://[0-9.:]*')
LAB_STATE=$(dirname "$(lab kubeconfig)") # the only machine path that objects can contain

image_tag() { kubectl -n cnpg-system get deployment "$1" -o 'jsonpath={.spec.template.spec.containers[0].image}' | sed 's/.*://'; }
OPERATOR="cloudnative-pg $(image_tag cnpg-controller-manager)"
PLUGIN="plugin-barman-cloud $(image_tag barman-cloud)"
KUBERNETES=$(kubectl version -o json | jq -r .serverVersion.gitVersion)

cluster() { kubectl get clusters.postgresql.cnpg.io "$1" -o "jsonpath=$2"; }
condition() { cluster "$1" "{.status.conditions[?(@.type==\"$2\")].status}"; }
condition_is() { [ "$(condition "$1" "$2")" = "$3" ]; }
backup_phase() { kubectl get backups.postgresql.cnpg.io "$1" -o 'jsonpath={.status.phase}'; }
backup_phase_is() { [[ " $2 " == *" $(backup_phase "$1") "* ]]; }

# until_true SECONDS WHAT COMMAND...: sets TOOK, the seconds until the command succeeded.
until_true() {
  local limit=$1 what=$2 start=$SECONDS
  shift 2
  until "$@"; do
    [ $((SECONDS - start)) -lt "$limit" ] || die "gave up on $what after $limit s"
    sleep 0.5
  done
  # shellcheck disable=SC2034  # for the walks
  TOOK=$((SECONDS - start))
  say "$what: after $TOOK s"
}

# Metrics from SQL are cached by an instance for 30 s and scraped every 10 s; until then they tell of the state before.
settle() { sleep "${1:-45}"; }

all_ready() { [ "$(cluster "$1" '{.status.phase}/{.status.readyInstances}')" = "Cluster in healthy state/$(cluster "$1" '{.spec.instances}')" ]; }
# database NAME [INSTANCES] [sync]: as `lab cluster`, with more patience for a busy machine
database() { lab cluster "$@" || until_true 900 "$1 is healthy" all_ready "$1"; }

# A row, so that there is something to archive; without one, closing the WAL file does nothing.
row() { lab sql "$1" 'set client_min_messages = warning; create table if not exists heartbeat (at timestamptz); insert into heartbeat values (now())'; }
# writes CLUSTER: a WAL file to archive, not waited for
writes() {
  row "$1"
  lab sql "$1" 'select pg_switch_wal()' >/dev/null
}
# stores CLUSTER: a WAL file, waited for until it is in the store
stores() {
  row "$1"
  lab archive "$1"
}

# ballast CLUSTER MEGABYTES: rows that do not compress, so that a base backup takes long enough to be watched
ballast() { lab sql "$1" "create table ballast as select g id, sha512((random()::text || g)::bytea) || sha512((g || random()::text)::bytea) v from generate_series(1, $2 * 6000) g"; }

# manifest NEW JQ: a Cluster as the lab makes them, under another name and changed by a jq program
manifest() {
  kubectl get clusters.postgresql.cnpg.io orders -o json |
    jq --arg name "$1" ".metadata.annotations[\"kubectl.kubernetes.io/last-applied-configuration\"] | fromjson
      | del(.metadata.annotations, .spec.bootstrap, .spec.externalClusters) | .metadata.name = \$name | $2"
}
# store NEW: an ObjectStore like that of "orders"
store() {
  kubectl get objectstores.barmancloud.cnpg.io orders -o json |
    jq --arg name "$1" ".metadata.annotations[\"kubectl.kubernetes.io/last-applied-configuration\"] | fromjson
      | del(.metadata.annotations) | .metadata.name = \$name" | kubectl apply -f -
}

# apply: what comes in on stdin; leaves the warnings of the operator's webhook in $WORK/admission, for `record`
apply() {
  kubectl apply -f - 2>&1 | tee "$WORK/answer" >&2
  { grep '^Warning: ' "$WORK/answer" || true; } | jq -nRc '{admission: [inputs | ltrimstr("Warning: ")]}' >"$WORK/admission"
}

backup() { # backup NAME CLUSTER [METHOD]: requests a base backup and does not wait
  jq -n --arg name "$1" --arg cluster "$2" --arg method "${3:-plugin}" '{
    apiVersion: "postgresql.cnpg.io/v1", kind: "Backup", metadata: {name: $name},
    spec: ({cluster: {name: $cluster}, method: $method} + if $method == "plugin" then {pluginConfiguration: {name: "barman-cloud.cloudnative-pg.io"}} else {} end)
  }' | kubectl apply -f - >&2
}
schedule() { # schedule NAME CLUSTER EXPRESSION [JQ]
  jq -n --arg name "$1" --arg cluster "$2" --arg schedule "$3" '{
    apiVersion: "postgresql.cnpg.io/v1", kind: "ScheduledBackup", metadata: {name: $name},
    spec: {cluster: {name: $cluster}, schedule: $schedule, backupOwnerReference: "self", method: "plugin",
      pluginConfiguration: {name: "barman-cloud.cloudnative-pg.io"}}
  } | '"${4:-.}" | apply
}
ended() { until_true 420 "backup $1 ends" backup_phase_is "$1" 'completed failed'; }
measured() { jq -nc --argjson seconds "$TOOK" "{\"$1\": \$seconds}"; } # of the last wait
# The plugin's retention loop, which also writes the recovery window, every 30 s instead of every 30 min.
# A loop that sleeps does not see the new interval, so the pod has to go.
eager_retention() {
  kubectl patch objectstores.barmancloud.cnpg.io "$1" --type merge -p '{"spec":{"instanceSidecarConfiguration":{"retentionPolicyIntervalSeconds":30}}}' >&2
  kubectl delete pods -l "cnpg.io/cluster=$1" >&2
  settle 20
  until_true 300 "$1 is ready" condition_is "$1" Ready True
}
drop() { kubectl delete --ignore-not-found --wait "$@" >&2; }
drop_cluster() { drop "clusters.postgresql.cnpg.io/$1"; drop "objectstores.barmancloud.cnpg.io/$1"; }

# record STATE CLUSTERS NOTE [MEASURED]: one file; CLUSTERS are names with blanks between, MEASURED a JSON object.
# RECORD_RAW=1 keeps managedFields, the applied configuration and the wiring of pods.
record() {
  local state=$1 clusters=$2 note=$3 measured=${4:-null} raw=${RECORD_RAW:-} at
  at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  kubectl get "$KINDS" -A ${raw:+--show-managed-fields} -o json >"$WORK/objects.json"
  curl -sfG "$PROMETHEUS/api/v1/query" --data-urlencode "query={__name__=~\"$METRICS\"}" >"$WORK/metrics.json"
  mkdir -p "$OUT"
  jq -nf "$HERE/recording.jq" --slurpfile objects "$WORK/objects.json" --slurpfile metrics "$WORK/metrics.json" \
    --arg clusters "$clusters" --arg raw "$raw" --arg lab "$LAB_STATE" --argjson measured "$measured" \
    --arg operator "$OPERATOR" --arg plugin "$PLUGIN" --arg kubernetes "$KUBERNETES" \
    --arg recordedAt "$at" --arg state "$state" --arg note "$note" >"$WORK/recording.json"
  { # one metric a line: each has the same few labels
    jq '{origin, objects}' "$WORK/recording.json" | sed -e '$d' | sed -e '$s/$/,/' -e '$a\  "metrics": ['
    jq -r '[.metrics[] | "    " + tojson] | join(",\n")' "$WORK/recording.json"
    printf '  ]\n}\n'
  } >"$OUT/$state.json"
  say "recorded $state ($(wc -c <"$OUT/$state.json") bytes)"
}
