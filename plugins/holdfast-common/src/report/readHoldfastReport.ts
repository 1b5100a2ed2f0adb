import { InputProblem } from '../api/inputProblemsOf';
import { RestoreCheck } from '../model';
import {
  clusterText,
  detailText,
  idText,
  kindText,
  mostChecks,
  objectNameText,
  remarkText,
  shortText,
} from './limits';
import { problemsOfTimes } from './problemsOfTimes';
import { ReadReport, ReportContext } from './ReportContext';
import { ReportFields } from './ReportFields';
import { ReportedDatabase } from './RestoreReport';

const known = [
  'schemaVersion',
  'id',
  'database',
  'purpose',
  'tool',
  'by',
  'backup',
  'target',
  'recoveryTarget',
  'startedAt',
  'readyAt',
  'endedAt',
  'outcome',
  'failure',
  'checks',
  'bytes',
] as const;

/**
 * Reads a report in Holdfast's own format, see {@link RestoreReport}. Every problem names its field, the value and what would be right.
 *
 * @public
 */
export function readHoldfastReport(
  value: unknown,
  context: ReportContext = {},
): ReadReport {
  const problems: InputProblem[] = [];
  const fields = ReportFields.of(value, problems);
  if (problems.length) return { problems };
  fields.only(known);
  if (fields.value('schemaVersion') !== 1) {
    fields.refuse('schemaVersion', 'has to be 1');
  }
  const startedAt = fields.instant('startedAt', { required: true });
  const outcome = fields.oneOf('outcome', ['succeeded', 'failed']);
  const purpose = fields.oneOf('purpose', ['drill', 'restore']);
  const report = {
    schemaVersion: 1 as const,
    id: fields.text('id', idText),
    database: databaseIn(fields, context),
    tool: fields.text('tool', shortText),
    by: fields.optionalText('by', shortText),
    backup: fields.optionalText('backup', shortText),
    target: targetIn(fields),
    recoveryTarget: fields.instant('recoveryTarget'),
    readyAt: fields.instant('readyAt'),
    endedAt: fields.instant('endedAt'),
    failure: fields.optionalText('failure', remarkText),
    checks: checksIn(fields),
    bytes: fields.optionalNumber('bytes', 'bytes'),
  };
  if (!startedAt || !outcome || !purpose) return { problems };
  const complete = { ...report, purpose, outcome, startedAt };
  problems.push(...problemsOfTimes(complete, context.writtenAt));
  return problems.length ? { problems } : { report: withoutAbsent(complete) };
}

function databaseIn(
  fields: ReportFields,
  { database }: ReportContext,
): ReportedDatabase {
  const own = fields.object('database');
  own.only(['cluster', 'namespace', 'kind', 'name', 'uid']);
  const cluster = own.optionalText('cluster', clusterText);
  return withoutAbsent({
    cluster: cluster ?? database?.cluster,
    namespace: own.text('namespace', objectNameText),
    kind: own.text('kind', kindText),
    name: own.text('name', objectNameText),
    uid: own.optionalText('uid', shortText),
  });
}

function targetIn(fields: ReportFields) {
  if (!fields.has('target')) return undefined;
  const target = fields.object('target');
  target.only(['namespace', 'kind', 'name']);
  return {
    namespace: target.text('namespace', objectNameText),
    kind: target.text('kind', kindText),
    name: target.text('name', objectNameText),
  };
}

function checksIn(fields: ReportFields): RestoreCheck[] {
  return fields.list('checks', mostChecks).map(check => {
    check.only(['name', 'passed', 'detail']);
    return withoutAbsent({
      name: check.text('name', shortText),
      // What is neither is refused, and nothing comes of the whole then.
      passed: check.boolean('passed') ?? false,
      detail: check.optionalText('detail', detailText),
    });
  });
}

/** JSON has no fields that are undefined, and what is written twice has to be the same. */
function withoutAbsent<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key of Object.keys(copy)) {
    if (Reflect.get(copy, key) === undefined) Reflect.deleteProperty(copy, key);
  }
  return copy;
}
