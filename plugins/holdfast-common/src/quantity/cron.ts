/**
 * Who reads a cron expression. CloudNativePG: robfig/cron 1.2, seconds first, five or six fields, descriptors, no time zone.
 * Velero: robfig/cron 3, five fields, descriptors, `CRON_TZ=`. Kubernetes CronJob: five fields with a `timeZone` beside them.
 * mariadb-operator: robfig/cron 3 without descriptors (`CronParser` in `api/v1alpha1/base_types.go`), five fields, `CRON_TZ=`.
 * Percona's operators: robfig/cron 3 with descriptors and `CRON_TZ=`, five fields, no intervals (`AddFuncWithSeconds`).
 *
 * @public
 */
export type CronDialect =
  | 'cloudnative-pg'
  | 'velero'
  | 'kubernetes'
  | 'mariadb-operator'
  | 'percona';
