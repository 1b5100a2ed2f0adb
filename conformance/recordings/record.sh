#!/usr/bin/env bash
# Records what CloudNativePG and the Barman Cloud plugin write, on a lab cluster, in every state a rule has to tell apart.
# The README beside this file says what comes out and how to read it.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# In this order: the first walk makes the cluster "orders" that most others start from; "idle" needs it left alone first.
WALKS=(first-backup idle-begin restores store-faults three-instances schedules stopped plugin-down no-archive full-volume pooler store-emptied idle)

usage() {
  cat <<U
usage: HOLDFAST_LAB_DIR=<folder of the lab> record.sh [WALK...]
Brings a lab node up, takes databases through their states and writes one file a state.
Walks, all of them by default: ${WALKS[*]}
HOLDFAST_RECORDINGS  where to write (default: cloudnative-pg-1.30 beside this script)
KEEP=1               leave the node up; a node that was up before stays up as well
U
}

case ${1:-} in -h | --help | help) usage; exit 0 ;; esac
for walk; do
  [[ " ${WALKS[*]} " == *" $walk "* ]] || { usage >&2; printf '\nno walk "%s"\n' "$walk" >&2; exit 2; }
done
[ $# -gt 0 ] || set -- "${WALKS[@]}"

# shellcheck source=lab.sh
source "$HERE/lab.sh"
for walk; do
  say "walk $walk"
  # shellcheck source=/dev/null
  source "$HERE/walks/$walk.sh"
done
