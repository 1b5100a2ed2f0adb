# shellcheck shell=bash
# Sourced by the scripts that build servers from pinned Go modules, outside the checkout. Set `building` to what is built first.
: "${building:?set it before}"

say() { printf '%s: %s\n' "$building" "$*" >&2; }
die() { say "$*"; exit 1; }

digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c1-16; }

# cache_folder KIND FILE...: a folder named after the content of the files that pin the versions, so that another version never meets old binaries
cache_folder() {
  local kind=$1; shift
  printf '%s/%s/%s\n' "${HOLDFAST_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOLDFAST_CACHE or HOME}/.cache}/holdfast}" "$kind" "$(cat "$@" | digest)"
}

# 26 of "go version go1.26.8 linux/amd64"
go_minor() { go env GOVERSION | sed -n 's/^go1\.\([0-9]*\).*/\1/p'; }

# require_go OTHERWISE: Go 1.26 or newer, as it is on this machine
require_go() {
  command -v go >/dev/null || die "Go 1.26 or newer is needed; $1"
  [ "$(go_minor)" -ge 26 ] || die "Go 1.26 or newer is needed, this is $(go env GOVERSION)"
  export GOTOOLCHAIN=local CGO_ENABLED=0 GOWORK=off
}

# build MODULE OUT FLAGS... PACKAGE...: builds in the folder MODULE beside the calling script; OUT ending in / takes the packages' own names
build() {
  local module=$1 out=$2; shift 2
  say "building $module (minutes the first time)"
  (cd "${here:?}/$module" && go build -mod=readonly -buildvcs=false -trimpath -o "$out" "$@")
}
