/**
 * What can go wrong. Objectives and attained values are per disruption; `data` is corruption or deletion.
 *
 * @public
 */
export type Disruption = 'instance' | 'zone' | 'region' | 'data';

/**
 * Where an effective value of an objective comes from.
 *
 * @public
 */
export interface ObjectiveOrigin {
  level: 'entity' | 'system' | 'owner' | 'tier' | 'default';
  /** The entity ref, object or tier name that states it. */
  reference?: string;
  /** The annotation or configuration key. */
  field?: string;
}

/**
 * @public
 */
export interface ObjectiveValue<T> {
  value: T;
  origin: ObjectiveOrigin;
}

/**
 * A stated objective that could not be read; the next level's value holds instead, and a finding says so.
 *
 * @public
 */
export interface ObjectiveProblem {
  origin: ObjectiveOrigin;
  /** The text as it was given. */
  value: string;
  /** What is wrong and what would be right. */
  message: string;
}

/**
 * What a database has to attain. Durations in seconds. `rpo` or `rto` without a disruption sets all of them.
 *
 * @public
 */
export interface Objective {
  tier: ObjectiveValue<string>;
  rpoSeconds: Record<Disruption, ObjectiveValue<number>>;
  rtoSeconds: Record<Disruption, ObjectiveValue<number>>;
  retentionSeconds: ObjectiveValue<number>;
  drillIntervalSeconds: ObjectiveValue<number>;
  /** The database need not be recoverable: a cache, a scratch database. */
  exempt?: ObjectiveValue<{ reason: string }>;
  problems: ObjectiveProblem[];
}
