#!/usr/bin/env bash
# Builds the operators whose own admission judges generated manifests, at the versions pinned by the go.mod files beside this script, once and
# outside the checkout, and prints the folder that holds, for each operator, its program and its webhook configurations.
#
#   build.sh          build what is missing, then print the folder
#   build.sh --where  print the folder and build nothing
#
# CloudNativePG is at 1.30.0 though the templates install 1.30.1: a module that 1.30.1 needs is not served by every Go module proxy.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
building=operators
# shellcheck source-path=SCRIPTDIR/..
. "$here/../go-build.sh"

folder=${HOLDFAST_OPERATORS:-$(cache_folder operators "$here"/cloudnative-pg/go.{mod,sum})}
if [ "${1:-}" = --where ]; then
  printf '%s\n' "$folder"
  exit
fi
[ $# -eq 0 ] || die "unknown argument $1; the only one is --where"

if [ ! -x "$folder/cloudnative-pg/manager" ]; then
  [ -z "${HOLDFAST_OPERATORS:-}" ] || die "HOLDFAST_OPERATORS=$folder lacks cloudnative-pg/manager"
  require_go 'or set HOLDFAST_OPERATORS to a folder with cloudnative-pg/manager and cloudnative-pg/webhooks.yaml'
  mkdir -p "$folder"
  staging=$(mktemp -d "$folder/.building.XXXXXX")
  trap 'rm -rf "$staging"' EXIT
  build cloudnative-pg "$staging/manager" -ldflags '-s -w' github.com/cloudnative-pg/cloudnative-pg/cmd/manager
  module=$(cd "$here/cloudnative-pg" && go list -mod=readonly -m -f '{{.Dir}}' github.com/cloudnative-pg/cloudnative-pg)
  install -m 644 "$module/config/webhook/manifests.yaml" "$staging/webhooks.yaml"
  rm -rf "$folder/cloudnative-pg"
  mv "$staging" "$folder/cloudnative-pg"
  chmod 755 "$folder/cloudnative-pg"
  trap - EXIT
fi
printf '%s\n' "$folder"
