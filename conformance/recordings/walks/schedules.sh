# shellcheck shell=bash
# Schedules that do what they say, and schedules that do not.
scheduled_twice() { [ "$(kubectl get backups.postgresql.cnpg.io -l "cnpg.io/scheduled-backup=$1,cnpg.io/immediateBackup=false" -o 'jsonpath={.items[*].status.phase}' | wc -w)" -ge 2 ]; }

schedule orders-often orders '0 */2 * * * *'
until_true 420 'the cron schedule has fired twice' scheduled_twice orders-often
latest=$(kubectl get backups.postgresql.cnpg.io -l cnpg.io/scheduled-backup=orders-often --sort-by=.metadata.creationTimestamp -o 'jsonpath={.items[-1:].metadata.name}')
until_true 300 "backup $latest ends" backup_phase_is "$latest" 'completed failed'
record schedule-ran orders 'orders-often ran by its own clock every two minutes, twice; orders-nightly only because of immediate: true.'

kubectl patch scheduledbackups.postgresql.cnpg.io orders-often --type merge -p '{"spec":{"suspend":true}}' >&2
settle 150
record schedule-suspended orders 'orders-often was suspended after it had run; its next time has passed.'
drop scheduledbackups.postgresql.cnpg.io/orders-often

schedule orders-never orders '0 0 2 * * *' '.spec.suspend = true'
settle 20
record schedule-suspended-never-ran orders 'orders-never was created suspended.'
drop scheduledbackups.postgresql.cnpg.io/orders-never

schedule orders-five-fields orders '0 2 * * *'
settle 20
record schedule-five-fields orders 'Five fields: the operator reads second 0, minute 2 of every hour.' "$(cat "$WORK/admission")"
drop scheduledbackups.postgresql.cnpg.io/orders-five-fields

schedule orders-in-tree orders '0 0 2 * * *' '.spec.immediate = true | del(.spec.method, .spec.pluginConfiguration)'
settle 60
record schedule-method-mismatch orders 'No method: the default is barmanObjectStore, and this cluster archives through the plugin.' "$(cat "$WORK/admission")"
drop scheduledbackups.postgresql.cnpg.io/orders-in-tree
