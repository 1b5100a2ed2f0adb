#!/usr/bin/env bash
# Takes a base backup now and waits until it is complete.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_cluster "$CLUSTER"

name="$CLUSTER-$(date -u +%Y%m%d%H%M%S)"
began=$(now)
kube create --filename - >/dev/null <<YAML
apiVersion: postgresql.cnpg.io/v1
kind: Backup
metadata:
  name: $name
spec:
  cluster:
    name: $CLUSTER
  method: plugin
  pluginConfiguration:
    name: barman-cloud.cloudnative-pg.io
YAML
say "Backup $name started"

ended() {
  phase=$(kube get "$BACKUPS" "$name" --output 'jsonpath={.status.phase}')
  case $phase in completed | failed) return 0 ;; *) return 1 ;; esac
}
phase=
wait_until "the end of Backup $name" ended
[ "$phase" = completed ] || die "Backup $name failed: $(kube get "$BACKUPS" "$name" --output 'jsonpath={.status.error}')"
say "Backup $name completed in $(($(now) - began)) s; restorable from $(kube get "$BACKUPS" "$name" --output 'jsonpath={.status.stoppedAt}') on"
