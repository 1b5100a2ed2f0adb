import { Database, Evidence } from '@holdfast/plugin-holdfast-common';

type Change = (database: Database, at: { now: Date }) => Database;

/**
 * Things that go wrong, each added to what is known of a database. None of them may make it look better.
 */
export const failures: Readonly<Record<string, Change>> = {
  'a backup that failed just now': (database, { now }) => ({
    ...database,
    attempts: [
      ...database.attempts,
      {
        object: database.reference,
        method: database.stores[0]?.method ?? 'other',
        state: 'failed',
        startedAt: before(now, 60),
        endedAt: before(now, 1),
        evidence: evidenceOf(database, '.status.phase'),
      },
    ],
  }),
  'a restore that failed just now': (database, { now }) => ({
    ...database,
    restores: [
      ...database.restores,
      {
        target: database.reference,
        purpose: 'drill',
        startedAt: before(now, 1),
        state: 'failed',
        evidence: evidenceOf(database, '.status.phase'),
      },
    ],
  }),
  'stores whose last backup failed': (database, { now }) => ({
    ...database,
    stores: database.stores.map(store => ({
      ...store,
      lastFailedBackup: {
        value: before(now, 1),
        evidence: evidenceOf(database, '.status.lastFailedBackup'),
      },
    })),
  }),
  'stores that cannot be reached': database => ({
    ...database,
    stores: database.stores.map(store => ({
      ...store,
      available: {
        value: false,
        evidence: evidenceOf(database, '.status.phase'),
      },
    })),
  }),
  'stores that somebody else writes to': database => ({
    ...database,
    stores: database.stores.map(store => ({
      ...store,
      otherWriters: [...store.otherWriters, 'another'],
    })),
  }),
  'an archiver that fails': (database, { now }) => ({
    ...database,
    archiving: {
      ...database.archiving,
      ...(database.archiving.working && {
        working: {
          value: false,
          evidence: evidenceOf(database, '.status.conditions'),
        },
        workingSince: before(now, 1),
      }),
    },
  }),
  'schedules that are suspended': database => ({
    ...database,
    schedules: database.schedules.map(schedule => ({
      ...schedule,
      suspended: { ...schedule.suspended, value: true },
    })),
  }),
  'instances that are not ready': database => ({
    ...database,
    instances: database.instances.map(instance => ({
      ...instance,
      ...(instance.ready && { ready: { ...instance.ready, value: false } }),
    })),
  }),
  'full volumes': database => ({
    ...database,
    volumes: database.volumes.map(volume => ({
      ...volume,
      ...(volume.capacityBytes && { usedBytes: volume.capacityBytes }),
    })),
  }),
  'a database that is down': database => ({
    ...database,
    ...(database.health.state !== 'unknown' && {
      health: { state: 'failed' as const, evidence: [] },
    }),
  }),
};

function evidenceOf({ reference }: Database, field: string): Evidence {
  return { object: reference, field };
}

function before(now: Date, seconds: number): string {
  return new Date(now.getTime() - seconds * 1000).toISOString();
}
