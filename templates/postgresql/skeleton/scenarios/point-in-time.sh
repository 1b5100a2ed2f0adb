#!/usr/bin/env bash
# Brings the database back as it was at a moment: before the wrong DELETE. Give the time with its zone.
#   TIME='2026-01-31 11:59:00+00' bash scenarios/point-in-time.sh
# What to see: a copy beside the database with what was committed until then, and nothing later.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$SCENARIOS/restoring.sh"

# The operator takes a time without a zone for UTC, which is seldom what somebody meant who looked at a clock.
[[ ${TIME:-} =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}[\ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$ ]] ||
  die "TIME is '${TIME:-}': give a time with its zone, such as TIME='2026-01-31 11:59:00+00'"

first=$(kube get objectstores.barmancloud.cnpg.io "$OBJECT_STORE" --output "jsonpath={.status.serverRecoveryWindow.$SERVER_NAME.firstRecoverabilityPoint}")
[ -n "$first" ] || die 'no base backup is in the object store: there is nothing to restore from'
[ "$(date -d "$TIME" +%s)" -ge "$(date -d "$first" +%s)" ] || die "$TIME is before $first, the first moment that can be restored"
[ "$(date -d "$TIME" +%s)" -le "$(now)" ] || die "$TIME is in the future"

name=${NAME:-$CLUSTER-restored}
took=
archive_until_now
restore_copy "$name" restore "$TIME"
pod=$(primary_of "$name")

say "restored   $name as of $TIME, in $took s (the objective is $RTO)"
say "look at it kubectl --namespace $NAMESPACE exec --stdin --tty $pod -- psql $DATABASE"
say "take rows  docs/runbook.md#rows-were-deleted"
say "remove it  kubectl --namespace $NAMESPACE delete $CLUSTERS $name"
