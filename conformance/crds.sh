#!/usr/bin/env bash
# Fetches the CRDs of the operators that Holdfast reads, through the Go module proxy, and prints where they lie:
#
#   eval "$(conformance/crds.sh)" && export HOLDFAST_CRDS
#
# What cannot be had is named and left out; the tests that need it say so.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${HOLDFAST_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOLDFAST_CACHE or HOME}/.cache}/holdfast}/crds/$(cksum <"$here/crds.txt" | cut -d' ' -f1)

while read -r folder module path; do
  case $folder in '' | '#'*) continue ;; esac
  [ -d "$target/$folder" ] && continue
  if source=$(GOFLAGS=-mod=mod go mod download -json "$module" 2>/dev/null | sed -n 's/.*"Dir": "\(.*\)".*/\1/p') && [ -n "$source" ]; then
    mkdir -p "$target/$folder"
    cp "$source/$path"/*.yaml "$target/$folder/"
    chmod -R u+w "$target/$folder"
  else
    printf 'crds: %s could not be fetched, so %s is missing\n' "$module" "$folder" >&2
  fi
done <"$here/crds.txt"

printf 'HOLDFAST_CRDS=%s\n' "$target"
