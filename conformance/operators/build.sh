#!/usr/bin/env bash
# Builds the operators that the tests run beside a real API server, and a small S3 server, at the versions pinned by the go.mod files beside this
# script, once and outside the checkout, and prints the folder that holds, for each, its program and what comes with its release.
#
#   build.sh          build what is missing, then print the folder; what cannot be built is named, and the rest is built all the same
#   build.sh --where  print the folder and build nothing
#
# CloudNativePG is at 1.30.0 though the templates install 1.30.1, and mariadb-operator at 25.10.4 though 26.6 is out: not every Go module proxy serves
# what the newer ones need. For the same reason Velero is built with another patch release of k8s.io/cli-runtime, which prints its tables.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
building=operators
# shellcheck source-path=SCRIPTDIR/..
. "$here/../go-build.sh"

# What each folder holds that is here or is not.
programs=(
  cloudnative-pg/manager
  mariadb-operator/manager
  velero/velero
  velero/plugins/velero-plugin-for-aws
  s3-server/gofakes3
  redis-operator-spotahome/manager
)

folder=${HOLDFAST_OPERATORS:-$(cache_folder operators "$here"/*/go.{mod,sum})}
if [ "${1:-}" = --where ]; then
  printf '%s\n' "$folder"
  exit
fi
[ $# -eq 0 ] || die "unknown argument $1; the only one is --where"

missing() {
  local program
  for program in "${programs[@]}"; do [ -x "$folder/$program" ] || printf '%s ' "$program"; done
}

# source_of GO_MOD MODULE: where the module lies that a go.mod here pins
source_of() { (cd "$here/$1" && go list -mod=readonly -m -f '{{.Dir}}' "$2"); }

# build_<folder> STAGING: each builds what belongs into one folder
build_cloudnative_pg() {
  local module=github.com/cloudnative-pg/cloudnative-pg source
  build cloudnative-pg "$1/manager" -ldflags '-s -w' $module/cmd/manager
  source=$(source_of cloudnative-pg $module)
  install -m 644 "$source/config/webhook/manifests.yaml" "$1/webhooks.yaml"
}

build_mariadb_operator() {
  local module=github.com/mariadb-operator/mariadb-operator/v25 source
  build mariadb-operator "$1/manager" -ldflags '-s -w' $module/cmd/controller
  source=$(source_of mariadb-operator $module)
  install -D -m 644 -t "$1/crds" "$source"/config/crd/bases/*.yaml
}

build_velero() {
  local module=github.com/vmware-tanzu/velero source
  build velero "$1/velero" -ldflags '-s -w' $module/cmd/velero
  build velero-plugin-for-aws "$1/plugins/velero-plugin-for-aws" -ldflags '-s -w' $module-plugin-for-aws/velero-plugin-for-aws
  source=$(source_of velero $module)
  install -D -m 644 -t "$1/crds" "$source"/config/crd/{v1,v2alpha1}/bases/*.yaml
}

build_s3_server() {
  build s3-server "$1/gofakes3" -ldflags '-s -w' github.com/johannesboyne/gofakes3/cmd/gofakes3
}

build_redis_operator_spotahome() {
  local module=github.com/spotahome/redis-operator source
  build redis-operator-spotahome "$1/manager" -ldflags '-s -w' $module/cmd/redisoperator
  source=$(source_of redis-operator-spotahome $module)
  install -D -m 644 -t "$1/crds" "$source"/manifests/databases.spotahome.com_redisfailovers.yaml
}

# make NAME: builds beside the final place and moves it there, so that a build that broke off is never taken for one
make() {
  local staging
  staging=$(mktemp -d "$folder/.building.XXXXXX")
  if (set -e; "build_${1//-/_}" "$staging"); then
    rm -rf "${folder:?}/$1"
    mv "$staging" "$folder/$1"
    chmod 755 "$folder/$1"
  else
    rm -rf "$staging"
    return 1
  fi
}

if [ -n "$(missing)" ]; then
  [ -z "${HOLDFAST_OPERATORS:-}" ] || die "HOLDFAST_OPERATORS=$folder lacks: $(missing)"
  require_go 'or set HOLDFAST_OPERATORS to a folder that has what this script builds'
  mkdir -p "$folder"
  for name in $(missing | tr ' ' '\n' | cut -d/ -f1 | uniq); do
    make "$name" & wait $! || say "$name could not be built"
  done
fi
printf '%s\n' "$folder"
[ -z "$(missing)" ] || die "missing: $(missing)"
