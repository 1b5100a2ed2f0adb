import {
  Database,
  databaseIdOf,
  Failover,
  Restore,
} from '@holdfast/plugin-holdfast-common';
import { undescribedDatabase } from '@holdfast/plugin-holdfast-node';
import { CLUSTER_KIND } from '../__testUtils__/judgedDatabase';
import { entryOf, KeptProof } from './LedgerEntry';
import { withLedger } from './withLedger';

const now = new Date('2026-11-20T12:00:00Z');
const reference = {
  cluster: 'eu',
  kind: CLUSTER_KIND,
  namespace: 'shop',
  name: 'orders',
};
const evidence = { object: reference, field: '.status.phase' };
const gibibyte = 2 ** 30;

const seen: Restore = {
  target: { ...reference, name: 'orders-copy' },
  purpose: 'drill',
  startedAt: '2026-11-20T10:00:00.000Z',
  readyAt: '2026-11-20T10:10:00.000Z',
  state: 'succeeded',
  evidence,
};
const reported: Restore = {
  ...seen,
  id: 'cnpg-drill:orders-copy:1',
  origin: 'reported',
  startedAt: '2026-11-20T09:59:58.000Z',
  endedAt: '2026-11-20T10:12:00.000Z',
  checks: [{ name: 'rows', passed: true }],
};

function describedAs(overrides: Partial<Database>): Database {
  return {
    ...undescribedDatabase({
      cluster: 'eu',
      root: { kind: CLUSTER_KIND, namespace: 'shop', name: 'orders', uid: '1' },
      engine: { id: 'cloudnative-pg' },
      engineName: 'postgresql',
    }),
    createdAt: '2026-01-01T00:00:00Z',
    ...overrides,
  };
}

function kept(...restores: Restore[]): KeptProof {
  return {
    entries: restores.map(restore =>
      entryOf({
        databaseId: databaseIdOf(reference),
        uid: '1',
        restore,
        recordedAt: now.getTime(),
      }),
    ),
    failovers: [],
  };
}

function merge(overrides: Partial<Database>, proof?: KeptProof) {
  const { database, news } = withLedger({
    database: describedAs(overrides),
    kept: proof,
    now,
  });
  return {
    restores: database.restores,
    failovers: database.failovers,
    unreadReports: database.unreadReports,
    added: news.entries.map(({ restore }) => restore),
    superseded: news.superseded.map(({ key }) => key),
    newFailovers: news.failovers.map(({ failover }) => failover),
  };
}

describe('withLedger', () => {
  it('keeps what ended, once, and has it still when it is there no more', () => {
    expect(merge({ restores: [seen] })).toMatchObject({
      restores: [seen],
      added: [seen],
    });
    const known = kept(seen);
    expect(merge({ restores: [seen] }, known)).toMatchObject({
      restores: [seen],
      added: [],
    });
    expect(merge({ restores: [] }, known)).toMatchObject({
      restores: [seen],
      added: [],
      superseded: [],
    });
  });

  it('keeps nothing of what is still running', () => {
    const running: Restore = { ...seen, state: 'running', readyAt: undefined };
    expect(merge({ restores: [running] })).toMatchObject({
      restores: [running],
      added: [],
    });
  });

  it('holds to what it was told first', () => {
    // A failover in the copy moves the time from which on it looks ready.
    const later = { ...seen, readyAt: '2026-11-20T11:00:00.000Z' };
    expect(merge({ restores: [later] }, kept(seen))).toMatchObject({
      restores: [seen],
      added: [],
    });
    const denied: Restore = { ...reported, state: 'failed' };
    expect(merge({ restores: [reported] }, kept(denied))).toMatchObject({
      restores: [denied],
    });
  });

  it('sees that a restore that had failed went on to succeed', () => {
    const failed: Restore = { ...seen, state: 'failed', readyAt: undefined };
    expect(merge({ restores: [seen] }, kept(failed))).toMatchObject({
      restores: [{ state: 'succeeded' }],
      added: [{ state: 'succeeded' }],
    });
  });

  it('lets a report stand for the copy that it tells of', () => {
    expect(merge({ restores: [reported] }, kept(seen))).toMatchObject({
      restores: [reported],
      added: [reported],
      superseded: [
        `seen ${CLUSTER_KIND}/shop/orders-copy@2026-11-20T10:00:00.000Z`,
      ],
    });
  });

  it('keeps no restore of an earlier database of the same name', () => {
    const createdAt = '2026-11-20T11:00:00Z';
    expect(merge({ createdAt, restores: [seen] })).toMatchObject({ added: [] });
  });

  it('does not believe what is still to come', () => {
    const tomorrow = { ...reported, readyAt: '2026-11-21T12:00:00.000Z' };
    expect(merge({ restores: [tomorrow] })).toMatchObject({
      restores: [],
      added: [],
      unreadReports: [{ message: expect.stringContaining('still to come') }],
    });
  });

  describe('the estimate beside it', () => {
    // provisioning 120 s + 6 GiB at 100 MiB/s (see defaultAssumptions)
    const estimated = {
      sizeBytes: { value: 6 * gibibyte, evidence },
      stores: [
        {
          id: 's3://backups',
          method: 'other' as const,
          definedBy: reference,
          exists: true,
          inUse: true,
          otherWriters: [],
        },
      ],
      recoveryPoints: [
        {
          object: reference,
          method: 'other' as const,
          storeId: 's3://backups',
          consistentAt: '2026-11-20T02:00:00Z',
          needsWal: false,
          incarnation: 'current' as const,
          evidence,
        },
      ],
    };

    it('is that of the day, by the size that there was', () => {
      const { added } = merge({ ...estimated, restores: [seen] });
      expect(added).toMatchObject([{ estimatedSeconds: 181 }]);
    });

    it('is left out when it comes too late to be that of its day', () => {
      const old = {
        ...seen,
        startedAt: '2026-11-01T10:00:00.000Z',
        readyAt: '2026-11-01T10:10:00.000Z',
      };
      const { added } = merge({ ...estimated, restores: [old] });
      expect(added).toHaveLength(1);
      expect(added[0]).not.toHaveProperty('estimatedSeconds');
    });

    it('goes by the bytes that were restored, whenever that was', () => {
      const old = {
        ...seen,
        startedAt: '2026-11-01T10:00:00.000Z',
        readyAt: '2026-11-01T10:10:00.000Z',
        bytes: 100 * gibibyte,
      };
      const { added } = merge({ ...estimated, restores: [old] });
      expect(added).toMatchObject([{ estimatedSeconds: 1144 }]);
    });
  });

  it('keeps each failover once, newest first', () => {
    const failover = (day: string): Failover => ({
      startedAt: `2026-11-${day}T10:00:00Z`,
      endedAt: `2026-11-${day}T10:01:00Z`,
      evidence,
    });
    const { failovers, newFailovers } = merge(
      { failovers: [failover('19'), failover('11')] },
      { entries: [], failovers: [failover('11'), failover('10')] },
    );
    expect(newFailovers).toEqual([failover('19')]);
    expect(failovers).toEqual(['19', '11', '10'].map(failover));
  });
});
