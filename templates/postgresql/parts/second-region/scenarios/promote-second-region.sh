#!/usr/bin/env bash
# Makes the second region the primary, because the first one is lost. What to see: the replica cluster takes writes, and how long that took. What was
# not archived by the first region is lost (docs/recovery-objectives.md), and the first region is built anew as a replica afterwards.
#
# Which side is the primary stands in Git, so that GitOps does not undo it: the first run changes components/two-regions/topology.yaml and
# asks for a commit; the second run, with that pushed, does it without waiting for GitOps.
# For a planned change with nothing lost see docs/runbook.md#move-to-the-second-region.
# shellcheck source=/dev/null
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
: "${SECOND_CONTEXT:?}" "${SECOND_MEMBER:?}"
# For what common.sh does from here on.
# shellcheck disable=SC2034
CONTEXT=$SECOND_CONTEXT

topology=$SCENARIOS/../components/two-regions/topology.yaml
if ! grep -q "^    primary: $SECOND_MEMBER$" "$topology"; then
  sed -i.before "s/^    primary: .*/    primary: $SECOND_MEMBER/" "$topology"
  rm -f "$topology.before"
  say "components/two-regions/topology.yaml now names $SECOND_MEMBER. Look at it, commit and push it, and run this again."
  exit 3
fi
need_cluster "$CLUSTER"

if [ "${YES:-}" != 1 ]; then
  [ -t 0 ] || die 'this takes the first region out of service: say YES=1 to go on'
  read -rp "Is nobody able to write in the first region any more? Two primaries would part for good. [y/N] " answer
  [ "$answer" = y ] || die 'nothing was done'
fi

began=$(now)
kube patch "$CLUSTERS" "$CLUSTER" --type merge --patch "{\"spec\":{\"replica\":{\"primary\":\"$SECOND_MEMBER\"}}}" >/dev/null
primary=$(primary_of "$CLUSTER")
takes_writes() { [ "$(sql "$primary" "$DATABASE" --command 'SELECT pg_is_in_recovery()' 2>/dev/null)" = f ]; }
wait_until "the promotion of $CLUSTER in $SECOND_CONTEXT" takes_writes
took=$(($(now) - began))

say "$primary in $SECOND_CONTEXT takes writes, after $took s (the objective is $RTO, and includes noticing and deciding)"
say "Next: take a base backup there (CONTEXT=$SECOND_CONTEXT make backup), point applications to it, and see docs/runbook.md#the-region-is-lost."
[ "$took" -le "$RTO_SECONDS" ] || die "the promotion took longer than the objective of $RTO"
