import { ObjectReference, Restore } from '../../model';
import { momentOf } from '../moment';

/** How far the clocks of the cluster and of a tool may be apart. */
const clockSkewMs = 5 * 60_000;

/**
 * What a restore is known by among those of its database: whether it was seen or reported, and the name that its report gives it, else the object
 * that came out of it and when that was begun. What is reported never has the key of what is seen, whatever it calls itself.
 *
 * @public
 */
export function restoreKeyOf(restore: Restore): string {
  const { id, origin, target, startedAt } = restore;
  const source = origin === 'reported' ? origin : 'seen';
  return `${source} ${id ?? `${objectKey(target)}@${startedAt}`}`;
}

/**
 * Takes together what tells of one restore. Of two with one key the first holds. A copy that was seen in the cluster, and that a report
 * names as what came out of it, is the restore that the report tells of: that knows more, the outcome of the checks above all.
 *
 * @public
 */
export function distinctRestores(restores: readonly Restore[]): Restore[] {
  const byKey = new Map<string, Restore>();
  for (const restore of restores) {
    const key = restoreKeyOf(restore);
    if (!byKey.has(key)) byKey.set(key, restore);
  }
  const distinct = [...byKey.values()];
  const reported = distinct.filter(({ origin }) => origin === 'reported');
  if (reported.length === 0) return distinct;
  return distinct.filter(
    restore =>
      restore.origin === 'reported' ||
      !reported.some(report => tellsOf(report, restore)),
  );
}

function tellsOf(report: Restore, seen: Restore): boolean {
  if (objectKey(report.target) !== objectKey(seen.target)) return false;
  const from = momentOf(report.startedAt);
  const to = momentOf(report.endedAt ?? report.readyAt);
  const at = momentOf(seen.startedAt);
  if (from === undefined || at === undefined) return false;
  return (
    at >= from - clockSkewMs && (to === undefined || at <= to + clockSkewMs)
  );
}

function objectKey({ kind, namespace = '', name }: ObjectReference): string {
  return `${kind}/${namespace}/${name}`;
}
