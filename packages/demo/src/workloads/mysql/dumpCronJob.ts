import { claimObjects } from '../kubernetes/claim';
import { cronJobObjects, historyFrom, jobRuns } from '../kubernetes/job';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';
import { DumpTraits } from './MySqlTraits';
import { STORE_SECRET } from './objectStorage';

const RUNS = 30;
const DUMP_SECONDS = 75;

/** A CronJob that somebody wrote round mysqldump. */
export function dumpCronJob(
  site: Site,
  options: DumpTraits & { database: string; now: Date },
): TypedObject[] {
  const { database, rhythm, to = 'store', failingDays, now } = options;
  const name = `${database}-dump`;
  const folder = {
    name: 'dumps',
    persistentVolumeClaim: { claimName: name },
  };
  const cronJob = cronJobObjects(site, {
    name,
    labels: { app: name },
    rhythm,
    podSpec: {
      containers: [
        {
          name: 'dump',
          image: 'registry.shop.example/mysql-client-with-aws:8.4',
          command: ['/bin/bash', '-c', scriptOf(site, options)],
          envFrom: [{ secretRef: { name: STORE_SECRET } }],
          ...(to === 'claim' && {
            volumeMounts: [{ name: folder.name, mountPath: '/dumps' }],
          }),
        },
      ],
      restartPolicy: 'Never',
      ...(to === 'claim' && { volumes: [folder] }),
    },
    runs: jobRuns({
      rhythm,
      from: historyFrom(rhythm, { now, runs: RUNS, createdAt: site.createdAt }),
      now,
      seconds: DUMP_SECONDS,
      ...(failingDays !== undefined && {
        isFailed: startedAt => startedAt > site.daysAgo(failingDays),
      }),
    }),
    now,
  });
  return to === 'claim'
    ? [
        ...cronJob,
        ...claimObjects(site, { name, node: site.node(0), volume: {} }),
      ]
    : cronJob;
}

function scriptOf(
  site: Site,
  { database, to, flaw }: DumpTraits & { database: string },
): string {
  const { store } = site.around;
  const server = flaw === 'hidden-host' ? '' : ` --host=${database}`;
  const file = '$(date +%F-%H%M).sql.gz';
  const place = `s3://${store.bucket}/${site.namespace}/${database}`;
  const dump = `mysqldump${server} --user=backup --all-databases --single-transaction --quick`;
  const pipe =
    to === 'claim'
      ? `${dump} | gzip > /dumps/${file}`
      : `${dump} | gzip | aws s3 cp - ${place}/${file} --endpoint-url ${store.endpointURL}`;
  return flaw === 'no-pipefail' ? pipe : `set -euo pipefail\n${pipe}`;
}
