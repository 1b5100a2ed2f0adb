import { Evidence, Volume } from '../../model';

/**
 * Something that may happen to the objects that a database consists of. `leaves-git`: it is not in the source any more that Argo CD,
 * Flux or Helm bring it from; the others: somebody deletes the object, its claims or its namespace.
 *
 * @public
 */
export type DeletionEvent =
  | 'leaves-git'
  | 'object-deleted'
  | 'claim-deleted'
  | 'namespace-deleted';

/**
 * What becomes of bytes. `asks`: they go once somebody has agreed; `unknown`: a fact that decides is missing.
 *
 * @public
 */
export type ByteFate = 'dies' | 'asks' | 'stays' | 'unknown';

/**
 * One step from what happens to the bytes, with the field that decides it.
 *
 * @public
 */
export interface FateStep {
  fate: ByteFate;
  /** A sentence. */
  reason: string;
  evidence: Evidence[];
}

/**
 * What becomes of one place that holds bytes of the database.
 *
 * @public
 */
export interface BytesAtStake {
  kind: 'volume' | 'backups';
  /** Name of the claim, or where the backups lie. */
  name: string;
  /** What a volume holds. */
  role?: Volume['role'];
  /** `BackupStore.id` of backups. */
  storeId?: string;
  fate: ByteFate;
  /** All that has to happen before they are gone, in order; where one of them keeps them, it is the last. */
  steps: FateStep[];
}

/**
 * What one event does to all the places that hold bytes of the database.
 *
 * @public
 */
export interface BlastRadius {
  event: DeletionEvent;
  bytes: BytesAtStake[];
}
