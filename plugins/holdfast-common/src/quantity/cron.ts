/**
 * Who reads a cron expression. CloudNativePG: robfig/cron 1.2, seconds first, five or six fields, descriptors, no time zone.
 * Velero: robfig/cron 3, five fields, descriptors, `CRON_TZ=`. Kubernetes CronJob: five fields with a `timeZone` beside them.
 *
 * @public
 */
export type CronDialect = 'cloudnative-pg' | 'velero' | 'kubernetes';
