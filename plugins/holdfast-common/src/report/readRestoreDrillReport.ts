import { InputProblem } from '../api/inputProblemsOf';
import { RestoreCheck } from '../model';
import { problemWith } from '../provisioning/postgresql/problemsWith';
import { detailText, mostChecks, remarkText, shortText } from './limits';
import { problemsOfTimes } from './problemsOfTimes';
import { ReadReport, ReportContext } from './ReportContext';
import { ReportFields } from './ReportFields';
import { ReportedDatabase, RestoreReport } from './RestoreReport';
import { withinBounds } from './withinBounds';

/** More drills than this are no run of one configuration. */
const mostResults = 1000;

/** One check more than are kept is a list whose end is cut off. */
const mostChecksRead = 10_000;

/**
 * Reads what `restore-drill run --format json` writes, or its webhook sends, as it is.
 *
 * @remarks
 * The format is `docs/schemas/run-result-v1.schema.json` of RamazanKara/restore-drill 1.0.0 and later (commit a1ed4c2): a list of results, which the
 * webhook puts into `results` (`internal/reporter/webhook.go`). A result does not name the object of its database: whoever hands it in says which one it is
 * (`context.database`), and of several drills which one (`context.drill`). The duration runs from before the target is created to the end of the checks
 * and leaves the removal out (`executeDrill` in `internal/engine/engine.go`), so that it is a little longer than the restore took. With
 * `validation_passed`, an error can only be about the removal of the target.
 *
 * @public
 */
export function readRestoreDrillReport(
  value: unknown,
  context: ReportContext = {},
): ReadReport {
  const problems: InputProblem[] = [];
  const result = resultIn(value, context, problems);
  const database = databaseOf(context, problems);
  if (!result || !database) return { problems };

  const name = result.text('name', shortText);
  const startedAt = result.instant('started_at', { required: true });
  const milliseconds = result.optionalNumber('duration_ms', 'milliseconds');
  if (!result.has('duration_ms')) result.refuse('duration_ms', 'is missing');
  const status = result.oneOf('status', ['pass', 'fail']);
  const passed = result.boolean('validation_passed');
  const takenAt = result.instant('backup_timestamp');
  const failure = result.optionalText('error', remarkText);
  const checks = checksIn(result);
  if (!startedAt || milliseconds === undefined || !status) return { problems };

  const endedAt = new Date(Date.parse(startedAt) + milliseconds).toISOString();
  const report: RestoreReport = {
    schemaVersion: 1,
    id: `restore-drill:${name.replace(
      /[^A-Za-z0-9._-]/g,
      '-',
    )}:${startedAt}`.slice(0, 200),
    database,
    purpose: 'drill',
    tool: 'restore-drill',
    ...(takenAt !== undefined && { backup: `taken at ${takenAt}` }),
    startedAt,
    ...(passed && { readyAt: endedAt }),
    endedAt,
    outcome: passed ? 'succeeded' : 'failed',
    ...(failure !== undefined && { failure }),
    checks,
  };
  problems.push(...problemsOfTimes(report, context.writtenAt));
  return problems.length ? { problems } : { report: withinBounds(report) };
}

/** The result that is meant: the one of that name, else the only one. */
function resultIn(
  value: unknown,
  { drill }: ReportContext,
  problems: InputProblem[],
): ReportFields | undefined {
  const run = Array.isArray(value) ? { results: value } : value;
  const results = ReportFields.of(run, problems).list('results', mostResults);
  if (problems.length) return undefined;
  const meant =
    drill === undefined
      ? results
      : results.filter(result => result.value('name') === drill);
  const [only] = meant;
  if (only && meant.length === 1) return only;
  const names = results.map(result => String(result.value('name'))).join(', ');
  problems.push(
    problemWith(
      'drill',
      drill,
      drill === undefined
        ? `is missing: there are the results of ${
            results.length
          } drills (${names.slice(0, 200)}), and one has to be named`
        : `is the name of ${meant.length} results; there are ${
            names.slice(0, 200) || 'none'
          }`,
    ),
  );
  return undefined;
}

function databaseOf(
  { database }: ReportContext,
  problems: InputProblem[],
): ReportedDatabase | undefined {
  const { namespace, kind, name } = database ?? {};
  if (namespace !== undefined && kind !== undefined && name !== undefined) {
    return { ...database, namespace, kind, name };
  }
  problems.push(
    problemWith(
      'database',
      undefined,
      'is missing: the results of restore-drill do not say which database they are about',
    ),
  );
  return undefined;
}

/** Failed ones first, of which none should be missing when there are too many. */
function checksIn(result: ReportFields): RestoreCheck[] {
  return result
    .list('checks', mostChecksRead)
    .map((check): RestoreCheck => {
      const error = check.optionalText('error', detailText);
      const actual = check.optionalText('actual', detailText);
      const expected = check.optionalText('expected', detailText);
      const detail =
        error ??
        (actual && (expected ? `${actual}, expected ${expected}` : actual));
      return {
        name: check.text('name', shortText),
        passed: check.boolean('passed') ?? false,
        ...(detail !== undefined && {
          detail: detail.slice(0, detailText.longest),
        }),
      };
    })
    .sort((a, b) => Number(a.passed) - Number(b.passed))
    .slice(0, mostChecks);
}
