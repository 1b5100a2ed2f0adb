import { InputProblem } from '../api/inputProblemsOf';
import { RestoreCheck } from '../model';
import { detailText, mostChecks, remarkText, shortText } from './limits';
import { problemsOfTimes } from './problemsOfTimes';
import { ReadReport, ReportContext } from './ReportContext';
import { ReportFields } from './ReportFields';
import { RestoreReport } from './RestoreReport';
import { withinBounds } from './withinBounds';

const clusterKind = 'Cluster.postgresql.cnpg.io';

/**
 * Reads what `cnpg-drill run --report` writes, as it is.
 *
 * @remarks
 * The format is that of `run_drill` in `src/cnpg_drill/core.py` of danielgaskins/cnpg-drill 0.1.2 (`schemaVersion` 1, commit 1a881a1), and of the
 * reports in `integration/local/results` up to chart 0.1.6. `recoverySeconds` runs from the creation of the copy to its first ready instance; the look
 * at backups before that takes a second or two, and is left out. A drill of which only the removal of the copy failed has restored, and
 * counts as that. The name of the Kubernetes cluster is not in it.
 *
 * @public
 */
export function readCnpgDrillReport(
  value: unknown,
  context: ReportContext = {},
): ReadReport {
  const problems: InputProblem[] = [];
  const fields = ReportFields.of(value, problems);
  if (problems.length) return { problems };
  if (fields.value('schemaVersion') !== 1) {
    fields.refuse('schemaVersion', 'has to be 1, as cnpg-drill 0.1 writes it');
  }
  const source = fields.text('source', {
    longest: 127,
    pattern: {
      regex: /^[a-z0-9-]+\/[a-z0-9-]+$/,
      expected: 'has to be namespace/cluster',
    },
  });
  const startedAt = fields.instant('startedAt', { required: true });
  const endedAt = fields.instant('finishedAt', { required: true });
  const status = fields.oneOf('status', ['passed', 'failed', 'error']);
  const recoverySeconds = fields.optionalNumber('recoverySeconds', 'seconds');
  const copy = fields.optionalText('drillCluster', shortText);
  const backupName = fields.optionalText('backupName', shortText);
  const backup = backupName ?? fields.optionalText('backupID', shortText);
  const recoveryTarget = fields.instant('targetTime');
  const uid = fields.optionalText('sourceClusterUID', shortText);
  const checks = checksIn(fields);
  const failure = failureIn(fields);
  if (!startedAt || !endedAt || !status) return { problems };

  const [namespace, name] = source.split('/');
  const readyAt =
    recoverySeconds === undefined
      ? undefined
      : new Date(
          Math.min(
            Date.parse(startedAt) + recoverySeconds * 1000,
            Date.parse(endedAt),
          ),
        ).toISOString();
  const onlyRemovalFailed =
    status === 'failed' &&
    readyAt !== undefined &&
    !fields.has('error') &&
    fields.value('cleanup') === 'failed';
  const cluster = context.database?.cluster;
  const report: RestoreReport = {
    schemaVersion: 1,
    id: `cnpg-drill:${copy ?? 'preflight'}:${startedAt}`,
    database: {
      ...(cluster !== undefined && { cluster }),
      namespace,
      kind: clusterKind,
      name,
      ...(uid !== undefined && { uid }),
    },
    purpose: 'drill',
    tool: 'cnpg-drill',
    ...(backup !== undefined && { backup }),
    ...(copy !== undefined && {
      target: { namespace, kind: clusterKind, name: copy },
    }),
    ...(recoveryTarget !== undefined && { recoveryTarget }),
    startedAt,
    ...(readyAt !== undefined && { readyAt }),
    endedAt,
    outcome: status === 'passed' || onlyRemovalFailed ? 'succeeded' : 'failed',
    ...(failure !== undefined && { failure }),
    checks,
  };
  problems.push(...problemsOfTimes(report, context.writtenAt));
  return problems.length ? { problems } : { report: withinBounds(report) };
}

/** What was observed is there only as a hash: a drill does not tell of the data. */
function checksIn(fields: ReportFields): RestoreCheck[] {
  return fields.list('checks', mostChecks).map(check => {
    const error = check.optionalText('error', detailText);
    const database = check.optionalText('database', detailText);
    const detail = error ?? (database && `in database ${database}`);
    return {
      name: check.text('name', shortText),
      passed: check.boolean('passed') ?? false,
      ...(detail !== undefined && { detail }),
    };
  });
}

function failureIn(fields: ReportFields): string | undefined {
  const error = fields.optionalText('error', remarkText);
  const reason = fields.optionalText('failureReason', shortText);
  const removal = fields.optionalText('cleanupError', remarkText);
  const words = [
    fields.value('phase') === 'preflight' ? 'Nothing was restored' : undefined,
    reason === undefined ? error : error && `${error} (${reason})`,
    removal && `The copy was not removed: ${removal}`,
  ].filter(part => part !== undefined);
  return words.length
    ? words.join(': ').slice(0, remarkText.longest)
    : undefined;
}
