import { InputError } from '@backstage/errors';

/**
 * The steps of taking a database out of service, each a pull request of its own, in their order.
 *
 * - `final-backup`: a last base backup is asked for, and the catalog says that the database is leaving
 * - `hold`: the database sleeps on its volumes until a day
 * - `release`: the guards against deletion are taken from what will be deleted
 * - `removal`: the database is deleted with its volumes; its backups stay
 *
 * @public
 */
export const decommissionStages = [
  'final-backup',
  'hold',
  'release',
  'removal',
] as const;

/** @public */
export type DecommissionStage = (typeof decommissionStages)[number];

/**
 * Where a repository keeps its record, below its root.
 *
 * @public
 */
export const decommissionRecordPath = '.holdfast/decommission.yaml';

/**
 * What a repository says about the decommissioning of its database, in {@link decommissionRecordPath} of its default branch: what is written there
 * was merged.
 *
 * @public
 */
export interface DecommissionRecord {
  stage: DecommissionStage;
  reason: string;
  /** Entity ref of who asked for it first. */
  requestedBy?: string;
  /** Day of the first request, `2026-11-20`. */
  requestedOn: string;
  /** Name of the backup object that was asked for; absent: none was. */
  finalBackup?: string;
  /** How long the database is held, from the day on which that is asked for. */
  holdDays: number;
  /** How long the backups are to be kept, from the end of the hold. */
  keepDays: number;
  /** Day, once the hold was asked for. */
  holdUntil?: string;
  /** Day, once the hold was asked for. */
  keepUntil?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a record.
 *
 * @param content - of the parsed file
 * @throws InputError naming what cannot be read: a record that is broken is not one that is missing
 * @public
 */
export function readDecommissionRecord(content: unknown): DecommissionRecord {
  const fields = new Map<string, unknown>(Object.entries(Object(content)));
  const refuse = (field: string, right: string) =>
    new InputError(
      `${decommissionRecordPath}: ${field} is ${
        JSON.stringify(fields.get(field)) ?? 'missing'
      }; it has to be ${right}`,
    );
  const stage = decommissionStages.find(known => known === fields.get('stage'));
  if (!stage) throw refuse('stage', `one of ${decommissionStages.join(', ')}`);
  const text = (field: string): string | undefined => {
    const value = fields.get(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw refuse(field, 'a text');
    return value;
  };
  const date = (field: string): string | undefined => {
    const value = text(field);
    if (value === undefined) return undefined;
    if (!day.test(value) || Number.isNaN(Date.parse(value))) {
      throw refuse(field, 'a day, such as 2026-11-20');
    }
    return value;
  };
  const days = (field: string): number => {
    const value = fields.get(field);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
      throw refuse(field, 'a number of days');
    }
    return value;
  };
  const requestedOn = date('requestedOn');
  if (requestedOn === undefined) {
    throw refuse('requestedOn', 'a day, such as 2026-11-20');
  }
  const holdUntil = date('holdUntil');
  const keepUntil = date('keepUntil');
  if (stage !== 'final-backup' && (!holdUntil || !keepUntil)) {
    throw refuse(holdUntil ? 'keepUntil' : 'holdUntil', 'a day');
  }
  return {
    stage,
    reason: text('reason') ?? '',
    requestedBy: text('requestedBy'),
    requestedOn,
    finalBackup: text('finalBackup'),
    holdDays: days('holdDays'),
    keepDays: days('keepDays'),
    holdUntil,
    keepUntil,
  };
}
