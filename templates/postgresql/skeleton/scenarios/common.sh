# shellcheck shell=bash
# Read by the scripts beside it: where the database is, and how they talk to it and to you.
set -euo pipefail

SCENARIOS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
. "$SCENARIOS/settings.env"
: "${CONTEXT?}" "${NAMESPACE:?}" "${CLUSTER:?}" "${DATABASE:?}" "${OBJECT_STORE:?}" "${SERVER_NAME:?}" "${RPO:?}" "${RTO:?}"
: "${RPO_SECONDS:?}" "${RTO_SECONDS:?}" "${IMAGE:?}" "${DATA_SIZE:?}" "${WAL_SIZE:?}" "${STORAGE_CLASS?}" "${MEMORY:?}"

# Longest time that a script waits for one thing, and how often it looks.
: "${WAIT_SECONDS:=1800}" "${POLL_SECONDS:=1}"

CLUSTERS=clusters.postgresql.cnpg.io
# Read by some of the scripts only.
# shellcheck disable=SC2034
BACKUPS=backups.postgresql.cnpg.io

say() { printf '%s\n' "$*"; }
die() {
  printf '%s: %s\n' "$(basename "$0" .sh)" "$*" >&2
  exit 1
}

kube() {
  if [ -n "$CONTEXT" ]; then
    kubectl --context "$CONTEXT" --namespace "$NAMESPACE" "$@"
  else
    kubectl --namespace "$NAMESPACE" "$@"
  fi
}

# field NAME JSONPATH: a field of a Cluster; empty if it is not there.
field() { kube get "$CLUSTERS" "$1" --output "jsonpath={$2}"; }

# sql POD DATABASE [ARGUMENT...]: psql as superuser in an instance, over its local socket, so without a password.
sql() {
  local pod=$1 database=$2
  shift 2
  kube exec --stdin --container postgres "$pod" -- psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$database" "$@"
}

now() { date +%s; }

need_cluster() {
  command -v kubectl >/dev/null || die 'kubectl is missing'
  kube get "$CLUSTERS" "$1" --output name >/dev/null || die "there is no Cluster $1 in namespace $NAMESPACE, or it cannot be read"
}

primary_of() {
  local primary
  primary=$(field "$1" .status.currentPrimary)
  [ -n "$primary" ] || die "Cluster $1 has no primary: $(field "$1" .status.phase)"
  say "$primary"
}

# wait_until WHAT COMMAND...: until the command succeeds, or die.
wait_until() {
  local what=$1 deadline=$(($(now) + WAIT_SECONDS))
  shift
  until "$@"; do
    [ "$(now)" -lt "$deadline" ] || die "$what did not come within $WAIT_SECONDS s"
    sleep "$POLL_SECONDS"
  done
}
