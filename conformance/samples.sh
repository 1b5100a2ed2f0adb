#!/usr/bin/env bash
# Fetches the sample manifests of the operators that Holdfast reads, through the Go module proxy, and prints where they lie:
#
#   eval "$(conformance/samples.sh)" && export HOLDFAST_SAMPLES
#
# What cannot be had is named and left out; the tests that need it say so.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${HOLDFAST_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOLDFAST_CACHE or HOME}/.cache}/holdfast}/samples/$(cksum <"$here/samples.txt" | cut -d' ' -f1)
proxy=$(go env GOPROXY | cut -d, -f1)
archive=$(mktemp)
trap 'rm -f "$archive"' EXIT

# A module's archive holds every file of it below module@version/.
unpack() {
  python3 - "$archive" "$1" "$2" "$3" <<'PYTHON'
import os, sys, zipfile
archive, prefix, paths, target = sys.argv[1:]
with zipfile.ZipFile(archive) as files:
    for name in files.namelist():
        path = name.removeprefix(prefix + '/')
        if path.endswith(('.yaml', '.yml', '.json')) and any(
            path.startswith(folder + '/') for folder in paths.split(',')
        ):
            file = os.path.join(target, path)
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, 'wb') as out:
                out.write(files.read(name))
PYTHON
}

while read -r folder module paths; do
  case $folder in '' | '#'*) continue ;; esac
  [ -d "$target/$folder" ] && continue
  # The proxy's way to write capitals: an exclamation mark and the small letter.
  escaped=$(printf '%s' "${module%@*}" | sed 's/[A-Z]/!\L&/g')
  if curl -sSf --retry 2 -o "$archive" "$proxy/$escaped/@v/${module#*@}.zip" 2>/dev/null; then
    mkdir -p "$target"
    unfinished=$(mktemp -d "$target/.XXXXXX")
    unpack "$module" "$paths" "$unfinished"
    mv "$unfinished" "$target/$folder"
  else
    printf 'samples: %s could not be fetched, so %s is missing\n' "$module" "$folder" >&2
  fi
done <"$here/samples.txt"

printf 'HOLDFAST_SAMPLES=%s\n' "$target"
