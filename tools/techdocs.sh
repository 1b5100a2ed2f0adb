#!/usr/bin/env bash
# Installs what turns documentation into pages (mkdocs with Backstage's plugin) in a Python environment of its own, outside the checkout, and
# prints the folder to put on the PATH:
#
#   PATH="$(tools/techdocs.sh):$PATH" npm start
set -euo pipefail

core=mkdocs-techdocs-core==1.7.1
folder=${HOLDFAST_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOLDFAST_CACHE or HOME}/.cache}/holdfast}/techdocs/${core##*=}

# Its programs name the folder that they are installed in, so it cannot be moved into place when it is whole: a mark says that it is.
if [ ! -e "$folder/whole" ]; then
  python3 -m venv --clear "$folder" >&2 || { echo 'techdocs: needs Python 3 with venv (Debian: python3-venv)' >&2; exit 1; }
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$core" >&2
  touch "$folder/whole"
fi
printf '%s\n' "$folder/bin"
