# shellcheck shell=bash
# One instance from its first minute to its first base backup. Everything later starts from this cluster.
database orders 1
ballast orders 120
writes orders
until_true 300 'orders archives' condition_is orders ContinuousArchiving True
stores orders
settle
record first-backup-missing orders 'WAL is archived and no base backup was ever taken: nothing can be restored.'

schedule orders-nightly orders '0 0 2 * * *' '.spec.immediate = true'
first_backup() { FIRST=$(kubectl get backups.postgresql.cnpg.io -l cnpg.io/scheduled-backup=orders-nightly -o 'jsonpath={.items[0].metadata.name}' 2>/dev/null) && [ -n "$FIRST" ]; }
until_true 60 'the schedule asks for a backup' first_backup
until_true 120 "backup $FIRST runs" backup_phase_is "$FIRST" 'started running'
settle 5
record backup-running orders 'The first base backup is under way, asked for by a ScheduledBackup with immediate: true.'
until_true 600 "backup $FIRST ends" backup_phase_is "$FIRST" 'completed failed'
writes orders
settle
record healthy-one-instance orders 'One instance, archiving, with a daily ScheduledBackup that has run once.'
RECORD_RAW=1 record healthy-one-instance-raw orders 'As healthy-one-instance, with managedFields, the applied configuration and whole pods, which the other recordings leave out.'
