import {
  BackupMethod,
  Consistency,
  Database,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { stringAt } from '../../engine';
import { PreHook, preHookOf } from './hooks';
import { Order } from './Order';
import { ClaimedVolume } from './VeleroFacts';

/** A copy of one volume of those that belong together. */
export interface VolumeCopy {
  claimed: ClaimedVolume;
  method: BackupMethod;
}

/**
 * What state of the server copies of its volumes hold, together.
 *
 * @remarks
 * Files are copied one after another, for minutes to hours, while PostgreSQL, MySQL and MariaDB go on writing to them: what comes of it is of
 * no moment at all. A snapshot is of one moment; two snapshots are of two, unless they are taken as a group. Redis writes its files anew
 * and renames them, or appends to them, so that a copy of them can be read.
 */
export function consistencyOf(options: {
  order: Order;
  engine: Database['engine'];
  namespace: string;
  copies: readonly VolumeCopy[];
  /** How it copies volumes that are not known yet. */
  method: BackupMethod;
}): Observed<Consistency> {
  const { order, namespace, copies } = options;
  const found = withoutHooks(options);
  const pods = copies.flatMap(({ claimed }) => claimed.pods);
  const hook = preHookOf(order, pods, namespace);
  if (!hook) return found;
  const value = withHook(found.value, hook, copies.length);
  return value === found.value ? found : { value, evidence: hook.evidence };
}

function withHook(
  found: Consistency,
  { effect }: PreHook,
  volumes: number,
): Consistency {
  if (effect === 'application') return 'application';
  if (found !== 'torn') return found;
  // A file system that is frozen is one of several.
  return effect === 'crash' && volumes <= 1 ? 'crash' : 'unknown';
}

function withoutHooks({
  order,
  engine,
  copies,
  method,
}: Parameters<typeof consistencyOf>[0]): Observed<Consistency> {
  const observe = (
    value: Consistency,
    field: string,
    read?: string | boolean,
  ) => ({ value, evidence: order.evidence([field], read) });
  const methods =
    copies.length > 0 ? copies.map(copy => copy.method) : [method];
  const files = order.boolean('defaultVolumesToFsBackup')?.value;
  if (methods.includes('velero-file-system')) {
    return observe(
      isSafe(engine) ? 'crash' : 'torn',
      'defaultVolumesToFsBackup',
      files,
    );
  }
  if (copies.length <= 1) {
    return observe('crash', 'snapshotVolumes', snapshotsOf(order));
  }
  const key = order.string('volumeGroupSnapshotLabelKey');
  const groups = new Set(
    copies.map(({ claimed }) => key && stringAt(claimed.labels, key.value)),
  );
  const isGroup = groups.size === 1 && !groups.has(undefined);
  return observe(
    isGroup || isSafe(engine) ? 'crash' : 'torn',
    'volumeGroupSnapshotLabelKey',
    key?.value,
  );
}

function snapshotsOf(order: Order): boolean | undefined {
  return order.boolean('snapshotVolumes')?.value;
}

/** Whose files can be read, however they were copied. */
function isSafe(engine: Database['engine']): boolean {
  return engine === 'redis' || engine === 'valkey';
}
