#!/usr/bin/env bash
# Proves that the database can be brought back: restores a copy, checks it with the statements in checks.sql, measures, and removes it again.
# What to see: every check true, and a time within the objective. KEEP=1 leaves the copy; a copy that failed stays, to be looked at.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$SCENARIOS/restoring.sh"

name=$CLUSTER-drill
took=
restore_copy "$name" drill
pod=$(primary_of "$name")

failed=0
while IFS= read -r line; do
  [ -n "$line" ] || continue
  case $line in
    *'|t') say "held    ${line%|t}" ;;
    *) say "FAILED  ${line%|*}"; failed=1 ;;
  esac
done < <(sql "$pod" "$DATABASE" <"$SCENARIOS/checks.sql" || say 'the statements in checks.sql could be run|f')

say "restored and checked  in $took s (the objective is $RTO)"
[ "$failed" = 0 ] || die "the copy $name is not what it should be, and stays to be looked at"

if [ "${KEEP:-}" = 1 ]; then
  say "kept                  $name"
else
  kube delete "$CLUSTERS" "$name" --wait=true >/dev/null
  say "removed               $name"
fi
[ "$took" -le "$RTO_SECONDS" ] || die "the restore took $took s, and the objective is $RTO"
