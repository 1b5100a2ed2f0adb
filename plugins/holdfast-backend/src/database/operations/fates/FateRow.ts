import { FateKind, FateTie } from '@holdfast/plugin-holdfast-common';

/** A row of `database_fates`. */
export interface FateRow {
  database_id: string;
  kind: FateKind;
  fate_id: string;
  name: string;
  down: number;
  backups: number;
}

/** The numbers that stand for them in a row. */
export const backupsInOrder: ReadonlyArray<FateTie['backups']> = [
  'none',
  'some',
  'all',
];
