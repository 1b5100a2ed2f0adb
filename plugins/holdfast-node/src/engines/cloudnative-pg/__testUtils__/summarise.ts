import { Database } from '@holdfast/plugin-holdfast-common';

/**
 * What a recording has to be read as, in words that a DBA would use for the state that its note names. Times differ from one recording to the next.
 */
export interface Expectation {
  /** The database in question; `orders` by default. */
  database?: string;
  health: string;
  /** Role of each instance, with an exclamation mark when it is not ready. */
  instances: string[];
  archiver: 'on' | 'off' | 'skipped';
  /** What the operator says about archiving. */
  working?: boolean;
  /** Whether WAL waits: `none` is known, absent is not. */
  backlog?: 'none' | 'some';
  /** Which came last, by the metrics. */
  last?: 'archived' | 'failed';
  /** Stores: method, and what is remarkable. */
  stores: string[];
  points: number;
  attempts?: string[];
  schedules?: string[];
  restoredFrom?: string;
  /** Seconds that each replica is behind, of which that is known. */
  lag?: number[];
  synchronous?: string;
}

/** Puts a database into those words. */
export function summarise(database: Database, name: string): Expectation {
  const { health, instances, archiving, stores, attempts, schedules } =
    database;
  const { configured, skipped, working, backlogSegments } = archiving;
  return {
    ...(name !== 'orders' && { database: name }),
    health: health.state,
    instances: instances.map(
      ({ role, ready }) => `${role}${ready?.value ? '' : '!'}`,
    ),
    archiver: archiverOf(configured.value, skipped?.value),
    working: working?.value,
    backlog: wordsForBacklog(backlogSegments?.value),
    last: lastOf(archiving),
    stores: stores.map(wordsForStore),
    points: database.recoveryPoints.length,
    attempts: attempts.map(({ state, error }) =>
      error ? `${state}: ${error.value}` : state,
    ),
    schedules: schedules.map(
      ({ method, expression, suspended }) =>
        `${method} ${expression.value}${suspended.value ? ', suspended' : ''}`,
    ),
    restoredFrom: database.restoredFrom?.value,
    lag: wordsForLag(instances),
    synchronous:
      database.synchronous && JSON.stringify(database.synchronous.value),
  };
}

function archiverOf(configured: boolean, skipped: boolean | undefined) {
  if (!configured) return 'off';
  return skipped ? 'skipped' : 'on';
}

function wordsForBacklog(segments: number | undefined) {
  if (segments === undefined) return undefined;
  return segments > 0 ? 'some' : 'none';
}

function wordsForLag(instances: Database['instances']) {
  const known = instances.flatMap(({ lagSeconds }) =>
    lagSeconds ? Math.round(lagSeconds.value) : [],
  );
  return known.length > 0 ? known : undefined;
}

function lastOf({ lastArchivedAt, lastFailedAt }: Database['archiving']) {
  if (!lastArchivedAt && !lastFailedAt) return undefined;
  return (lastArchivedAt?.value ?? '') > (lastFailedAt?.value ?? '')
    ? 'archived'
    : 'failed';
}

function wordsForStore(store: Database['stores'][number]): string {
  const { method, exists, inUse, lastSuccessfulBackup, lastFailedBackup } =
    store;
  return [
    `${method}${lastSuccessfulBackup ? ' with backups' : ''}`,
    ...(lastFailedBackup &&
    lastFailedBackup.value > (lastSuccessfulBackup?.value ?? '')
      ? ['failed since']
      : []),
    ...(exists ? [] : ['missing']),
    ...(inUse ? [] : ['former']),
  ].join(', ');
}
