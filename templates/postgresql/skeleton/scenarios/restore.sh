#!/usr/bin/env bash
# Brings the database back as a new one, as late as possible. What to see: a Cluster of its own beside the old one, with everything that was
# archived. The old one may be gone; it is not touched.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$SCENARIOS/restoring.sh"

name=${NAME:-$CLUSTER-restored}
took=
restore_copy "$name" restore
pod=$(primary_of "$name")

say "restored              $name, in $took s (the objective is $RTO)"
say "its last transaction  $(sql "$pod" "$DATABASE" --command 'SELECT coalesce(pg_last_committed_xact()::text, pg_last_xact_replay_timestamp()::text, now()::text)' 2>/dev/null || say unknown)"
say "look at it            kubectl --namespace $NAMESPACE exec --stdin --tty $pod -- psql $DATABASE"
say "take it over          docs/runbook.md#the-data-is-lost"
say "remove it             kubectl --namespace $NAMESPACE delete $CLUSTERS $name"
