import { Instant } from '@holdfast/plugin-holdfast-common';

/**
 * What went wrong when a resource was read.
 *
 * @alpha
 */
export interface SyncError {
  /** HTTP status, if the API server gave one. */
  code?: number;
  /** The API server's word for it (`Forbidden`, `Expired`), or the error's name. */
  reason: string;
  message: string;
}

/**
 * Where the sync of one kind in one cluster stands.
 *
 * - `waiting`: not begun
 * - `listing`: the objects are being read; those that are missing may only be late
 * - `watching`: complete, and changes arrive
 * - `retrying`: reading failed; facts stay as they were and it is tried again
 * - `forbidden`: the account may not read this kind
 * - `absent`: the API server does not know the kind
 *
 * @alpha
 */
export type SyncPhase =
  | 'waiting'
  | 'listing'
  | 'watching'
  | 'retrying'
  | 'forbidden'
  | 'absent';

/**
 * The sync of one kind in one cluster.
 *
 * @alpha
 */
export interface ResourceState {
  /** Kind with its group. */
  kind: string;
  phase: SyncPhase;
  /** What the API server can be asked to go on from. Absent until the kind was read completely. */
  resourceVersion?: string;
  /** Which versions of which engines made the facts. Facts of other versions are read again. */
  projectionVersion: string;
  objectCount: number;
  /** Objects that the engine could not make sense of. */
  brokenCount: number;
  /** When an object last changed. */
  lastEventAt?: Instant;
  /** When the API server last answered for this kind. */
  lastContactAt?: Instant;
  /** When all objects of the kind were last known. Absent: never. */
  lastCompleteSyncAt?: Instant;
  error?: SyncError;
}

/**
 * Whether a cluster's API server can be reached.
 *
 * - `pending`: not tried yet
 * - `live`: it answers, though it may refuse some kinds
 * - `lost`: it does not answer, or the replica that watched it is gone
 * - `misconfigured`: its configuration cannot be used
 * - `unconfigured`: it is in the configuration no longer
 *
 * @alpha
 */
export type ContactState =
  | 'pending'
  | 'live'
  | 'lost'
  | 'misconfigured'
  | 'unconfigured';

/**
 * Contact with a cluster.
 *
 * @alpha
 */
export interface ClusterContact {
  state: ContactState;
  /** Since when the state has been this. */
  since: Instant;
  /** When the API server last answered. */
  lastContactAt?: Instant;
  /** Why it is not `live`. */
  error?: SyncError;
}

/**
 * How current what is known of a cluster is.
 *
 * @alpha
 */
export interface ClusterState {
  name: string;
  contact: ClusterContact;
  resources: ResourceState[];
}
