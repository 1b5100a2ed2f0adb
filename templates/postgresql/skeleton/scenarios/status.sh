#!/usr/bin/env bash
# How the database is, and how far back it can be restored.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_cluster "$CLUSTER"

condition() { field "$CLUSTER" ".status.conditions[?(@.type==\"$1\")].$2"; }
window() { kube get objectstores.barmancloud.cnpg.io "$OBJECT_STORE" --output "jsonpath={.status.serverRecoveryWindow.$SERVER_NAME.$1}"; }

say "database           $CLUSTER in $NAMESPACE${CONTEXT:+ on $CONTEXT}"
say "state              $(field "$CLUSTER" .status.phase)"
say "instances          $(field "$CLUSTER" .status.readyInstances) of $(field "$CLUSTER" .spec.instances) ready, primary $(field "$CLUSTER" .status.currentPrimary)"
say "WAL archiving      $(condition ContinuousArchiving status) $(condition ContinuousArchiving message)"
say "last backup        $(condition LastBackupSucceeded status) $(condition LastBackupSucceeded message)"

first=$(window firstRecoverabilityPoint)
last=$(window lastSuccessfulBackupTime)
failed=$(window lastFailedBackupTime)
say "restorable from    ${first:-never: no base backup is in the object store}"
say "last base backup   ${last:-none}"
[ -z "$failed" ] || say "last failed backup $failed"
say "objective          lose at most $RPO, back within $RTO"

# Whoever calls this from a script learns the worst by the exit status: nothing to restore from.
[ -n "$first" ] || exit 1
[ "$(condition ContinuousArchiving status)" = True ] || exit 1
