import {
  Assessment,
  DatabaseSummary,
  InventoryItem,
} from '@holdfast/plugin-holdfast-common';
import { FactKey } from '@holdfast/plugin-holdfast-node';
import { LedgerNews } from './ledger/LedgerEntry';

/**
 * What is kept of a database's summary. How current it is depends on the cluster at the moment of asking, and is added then.
 */
export type StoredSummary = Omit<DatabaseSummary, 'asOf' | 'stale'>;

/**
 * A database with its newest assessment, as it is kept.
 */
export interface StoredDatabase {
  /** Where its own fact lies in the cluster. */
  factKey: FactKey;
  summary: StoredSummary;
  assessment: Assessment;
  /** What the catalog needs to know of it. */
  inventory: InventoryItem;
}

/**
 * A database that was judged just now, with what is needed to keep it.
 */
export interface JudgedDatabase extends StoredDatabase {
  /** Of {@link StoredDatabase.inventory}. */
  inventoryHash: string;
  /** What was concluded before; absent when the database is new. */
  former?: FormerJudgement;
  /** What was found out that the ledger does not know yet. */
  news?: LedgerNews;
}

/**
 * What was concluded before, as far as the next judgement needs it.
 */
export interface FormerJudgement {
  id: string;
  uid: string;
  factKey: FactKey;
  summary: StoredSummary;
  inventoryHash: string;
  /** How many marks it had when it was read. */
  marks: number;
}
