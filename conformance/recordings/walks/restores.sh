# shellcheck shell=bash
# A new cluster out of another one's backups: while it is restored, afterwards, and one that does not archive.
stores orders
lab restore orders-copy from orders >"$WORK/restore.log" 2>&1 &
restore=$!
recovering() { exists jobs.batch orders-copy-1-full-recovery && [ -n "$(kubectl get pods -l cnpg.io/cluster=orders-copy -o 'jsonpath={.items[?(@.status.phase=="Running")].metadata.name}')" ]; }
until_true 240 'the recovery job runs' recovering
record restoring orders-copy 'The recovery job is at work: base backup first, then WAL.'
wait "$restore" || until_true 900 'orders-copy is healthy' all_ready orders-copy
settle
record restored-copy orders-copy 'Bootstrapped by recovery from orders, archiving to an ObjectStore of its own, no base backup of its own yet.'
lab backup orders-copy
settle
record restored-copy-backed-up orders-copy 'The same copy after its first base backup.'
drop_cluster orders-copy

moment=$(lab sql orders 'select clock_timestamp()')
sleep 2
stores orders
manifest orders-loose 'del(.spec.plugins)
  | .spec.bootstrap.recovery = {source: "origin", database: "app", owner: "app", recoveryTarget: {targetTime: "'"$moment"'"}}
  | .spec.externalClusters = [{name: "origin", plugin: {name: "barman-cloud.cloudnative-pg.io", parameters: {barmanObjectName: "orders", serverName: "orders"}}}]' |
  kubectl apply -f - >&2
until_true 300 'orders-loose is ready' condition_is orders-loose Ready True
writes orders-loose
settle 60
record restored-copy-not-archiving orders-loose "Restored as of $moment, and its spec names no archiver."
drop clusters.postgresql.cnpg.io/orders-loose
