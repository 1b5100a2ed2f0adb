import { ObjectReference, Restore } from '../model';
import { RestoreReport } from './RestoreReport';

/** What stands for a report that no object in the cluster holds. */
export const REPORT_KIND = 'RestoreReport.holdfast.io';

/**
 * A report as a restore of its database.
 *
 * @param options - `cluster` that the database is in; `evidence`, the object and field that the report was read from, where there is one
 * @public
 */
export function restoreOf(
  report: RestoreReport,
  options: { cluster: string; foundIn?: ObjectReference; field?: string },
): Restore {
  const { cluster, foundIn, field = '.outcome' } = options;
  const { target, checks, outcome, startedAt, endedAt } = report;
  const object: ObjectReference = foundIn ?? {
    cluster,
    kind: REPORT_KIND,
    namespace: report.database.namespace,
    name: report.id,
  };
  const failed = checks.find(({ passed }) => !passed);
  const succeeded = outcome === 'succeeded' && !failed;
  const readyAt =
    report.readyAt ?? (outcome === 'succeeded' ? endedAt : undefined);
  const failure =
    report.failure ??
    (failed && outcome === 'succeeded'
      ? `The check "${failed.name}" did not pass`
      : undefined);
  return {
    id: report.id,
    target: target ? { cluster, ...target } : object,
    purpose: report.purpose,
    ...(report.recoveryTarget !== undefined && {
      recoveryTarget: report.recoveryTarget,
    }),
    startedAt,
    ...(readyAt !== undefined && { readyAt }),
    ...(endedAt !== undefined && { endedAt }),
    state: succeeded ? 'succeeded' : 'failed',
    origin: 'reported',
    tool: report.tool,
    ...(report.by !== undefined && { by: report.by }),
    ...(report.backup !== undefined && { backup: report.backup }),
    ...(report.bytes !== undefined && { bytes: report.bytes }),
    checks,
    ...(failure !== undefined && { failure }),
    evidence: { object, field, value: outcome },
  };
}
