import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

/**
 * What was read, where, and when: enough for a sceptical reader to look it up with `kubectl` or in Prometheus.
 *
 * @public
 */
export interface Evidence {
  object: ObjectReference;
  /** Path in the object (`.status.phase`) or name of a metric (`cnpg_collector_pg_wal_archive_status`). */
  field: string;
  /** The value as it was read; absent when the point is that the field is not there. */
  value?: string | number | boolean;
  /** When the value was known to be current. Absent: as fresh as the cluster's own contact. */
  observedAt?: Instant;
}

/**
 * A value together with where it was read. Engines produce these, so that rules can cite evidence without knowing an operator's fields.
 *
 * @public
 */
export interface Observed<T> {
  value: T;
  evidence: Evidence;
}
