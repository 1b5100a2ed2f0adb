#!/usr/bin/env bash
# Builds etcd, kube-apiserver and kubectl once, at the versions pinned by the go.mod files beside this script,
# and prints the folder that holds them (the KUBEBUILDER_ASSETS convention).
#
#   build.sh          build what is missing, then print the folder
#   build.sh --where  print the folder and build nothing
#
# A folder in KUBEBUILDER_ASSETS wins and nothing is built. Otherwise the folder lies under
# ${HOLDFAST_CACHE:-${XDG_CACHE_HOME:-~/.cache}/holdfast}/control-plane/ and is named after the pinned versions, so that
# another version never meets old binaries.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=(etcd kube-apiserver kubectl)

building='control plane'
# shellcheck source-path=SCRIPTDIR/..
. "$here/../go-build.sh"

assets_folder() {
  if [ -n "${KUBEBUILDER_ASSETS:-}" ]; then
    printf '%s\n' "$KUBEBUILDER_ASSETS"
  else
    cache_folder control-plane "$here"/{etcd,kubernetes}/go.{mod,sum}
  fi
}

missing_in() {
  local program
  for program in "${programs[@]}"; do [ -x "$1/$program" ] || printf '%s ' "$program"; done
}

# Clients that parse /version refuse an API server without a version stamped in.
kubernetes_version_flags() {
  local version minor flag flags=
  version=$(cd "$here/kubernetes" && go list -m -f '{{.Version}}' k8s.io/kubernetes)
  minor=${version#v1.}
  for flag in "gitVersion=$version" gitMajor=1 "gitMinor=${minor%%.*}" gitTreeState=clean buildDate=1970-01-01T00:00:00Z; do
    flags+=" -X k8s.io/component-base/version.$flag"
  done
  printf -- '-s -w%s\n' "$flags"
}

folder=$(assets_folder)
if [ "${1:-}" = --where ]; then
  printf '%s\n' "$folder"
  exit
fi
[ $# -eq 0 ] || die "unknown argument $1; the only one is --where"

missing=$(missing_in "$folder")
if [ -n "$missing" ]; then
  [ -z "${KUBEBUILDER_ASSETS:-}" ] || die "KUBEBUILDER_ASSETS=$folder lacks: $missing"
  require_go "or set KUBEBUILDER_ASSETS to a folder that has $missing(setup-envtest makes one)"

  mkdir -p "$folder"
  staging=$(mktemp -d "$folder/.building.XXXXXX")
  trap 'rm -rf "$staging"' EXIT
  case " $missing" in *' etcd '*)
    build etcd "$staging/etcd" -ldflags '-s -w' go.etcd.io/etcd/server/v3 ;;
  esac
  case " $missing" in *' kube'*)
    build kubernetes "$staging/" -ldflags "$(kubernetes_version_flags)" k8s.io/kubernetes/cmd/{kube-apiserver,kubectl} ;;
  esac
  mv "$staging"/* "$folder/"
fi
printf '%s\n' "$folder"
