import * as fc from 'fast-check';
import { Database, Objective } from '../model';
import { aCustody, ownedByDatabase } from './__testUtils__/aCustody';
import {
  ago,
  anAttempt,
  aRestore,
  now,
  observed,
  sampled,
} from './__testUtils__/aDatabase';
import {
  arbitraryDatabase,
  arbitraryLater,
  arbitraryObjective,
} from './__testUtils__/arbitraryDatabase';
import { assess } from './assess';
import { Assessment } from './Assessment';
import { compareFindings } from './Finding';
import { failedChecksOf } from './restores/lastEndedRestore';
import { rtoCalibration } from './rto/rtoCalibration';
import { verdictOrder } from './Verdict';

/** Enough for a look at each change; ten thousand runs of each were tried when a rule was added. */
const runs = { numRuns: 200 };

function rankOf({ verdict }: Assessment): number {
  return verdictOrder.findIndex(candidate => candidate === verdict);
}

/** Zero unless it is Protected or Proven. */
function greenOf(assessment: Assessment): number {
  return Math.max(0, rankOf(assessment) - verdictOrder.indexOf('at-risk'));
}

/** What has to be the same for a judgement to be unchanged; numbers in the words move with the clock. */
function essenceOf({ verdict, findings }: Assessment) {
  return {
    verdict,
    findings: findings.map(({ rule, severity, ceiling }) => ({
      rule,
      severity,
      ceiling,
    })),
  };
}

// DESIGN.md, section 5: "Properties that always hold".
describe('assess, whatever the facts', () => {
  it('calls no manifest good', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        (database, objective) => {
          const assessment = assess({
            database,
            objective,
            now,
            basis: 'declared',
          });
          expect(['unknown', 'unprotected']).toContain(assessment.verdict);
          expect(assessment.predicted?.verdict).not.toBe('proven');
        },
      ),
      runs,
    );
  });

  it('gives the same answer to the same facts, with findings in order', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        (database, objective) => {
          const assessment = assess({ database, objective, now });
          expect(assess({ database, objective, now })).toEqual(assessment);
          const sorted = [...assessment.findings].sort(compareFindings);
          expect(assessment.findings).toEqual(sorted);
        },
      ),
      runs,
    );
  });

  it('never gets greener by time alone', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        arbitraryLater,
        (database, objective, later) => {
          const before = assess({ database, objective, now });
          const after = assess({ database, objective, now: later });
          expect(rankOf(after)).toBeLessThanOrEqual(rankOf(before));
        },
      ),
      runs,
    );
  });

  it('does not change before it says so', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        arbitraryLater,
        (database, objective, later) => {
          const before = assess({ database, objective, now });
          const due = before.reassessAt
            ? Date.parse(before.reassessAt)
            : Infinity;
          expect(due).toBeGreaterThan(now.getTime());
          const unchanged = new Date(Math.min(later.getTime(), due - 1));
          const after = assess({ database, objective, now: unchanged });
          expect(essenceOf(after)).toEqual(essenceOf(before));
        },
      ),
      runs,
    );
  });

  it('stands still while contact is lost, until its facts are too old', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        arbitraryLater,
        (database, objective, later) => {
          const contact = {
            state: 'lost',
            since: now.toISOString(),
            reason: 'connection refused',
          } as const;
          const before = assess({ database, objective, now });
          const after = assess({ database, objective, now: later, contact });
          const trusted = Math.max(600, objective.rpoSeconds.data.value) * 1000;
          const stale = later.getTime() >= now.getTime() + trusted;
          expect(rankOf(after)).toBe(
            stale
              ? Math.min(rankOf(before), verdictOrder.indexOf('unknown'))
              : rankOf(before),
          );
        },
      ),
      runs,
    );
  });

  const failures: Record<string, (database: Database) => Database> = {
    'a failed backup': database => ({
      ...database,
      attempts: [
        ...database.attempts,
        anAttempt({ startedAt: ago({ seconds: 9 }), endedAt: ago({}) }),
      ],
    }),
    'a failed restore': database => ({
      ...database,
      restores: [
        ...database.restores,
        aRestore({ state: 'failed', startedAt: ago({ seconds: -3 * 86_400 }) }),
      ],
    }),
    'a restore that brought wrong data back': database => ({
      ...database,
      restores: [
        ...database.restores,
        aRestore({
          startedAt: ago({ days: -3 }),
          checks: [{ name: 'rows', passed: false }],
        }),
      ],
    }),
    'a drill that rots': database => ({
      ...database,
      drills: database.drills?.map(drill => ({
        ...drill,
        suspended: observed(true),
      })),
    }),
    'a failure of the store': database => ({
      ...database,
      stores: database.stores.map(store => ({
        ...store,
        lastFailedBackup: observed(ago({ seconds: 1 })),
      })),
    }),
    'a store that cannot be reached': database => ({
      ...database,
      stores: database.stores.map(store => ({
        ...store,
        available: observed(false),
      })),
    }),
    'a backup that ended without a volume': database => ({
      ...database,
      volumes: database.volumes.map(volume => ({
        ...volume,
        coverage: [
          {
            backup: database.reference,
            method: 'velero-data-mover' as const,
            state: 'skipped' as const,
            at: ago({}),
            evidence: observed(0).evidence,
          },
          ...(volume.coverage ?? []),
        ],
      })),
    }),
    'copies that turn out to be torn': database => ({
      ...database,
      recoveryPoints: database.recoveryPoints.map(point => ({
        ...point,
        ...(point.consistency && { consistency: observed('torn') }),
      })),
    }),
    'a failure to archive': database => ({
      ...database,
      archiving: {
        ...database.archiving,
        lastFailedAt: sampled(ago({ days: -3 })),
      },
    }),
    'an operator that says that archiving fails': database => ({
      ...database,
      archiving: {
        ...database.archiving,
        // Of an archiver that nobody heard of, this is the first news, and Unknown gives way to At risk.
        ...(database.archiving.working && {
          working: observed(false),
          workingSince: ago({ seconds: 1 }),
        }),
      },
    }),
    'a growing backlog': database => ({
      ...database,
      archiving: {
        ...database.archiving,
        ...(database.archiving.backlogSegments && {
          backlogSegments: { ...database.archiving.backlogSegments, value: 99 },
        }),
      },
    }),
    'another writer': database => ({
      ...database,
      stores: database.stores.map(store => ({
        ...store,
        otherWriters: [...store.otherWriters, 'yet another'],
      })),
    }),
    'a full volume': database => ({
      ...database,
      volumes: database.volumes.map(volume => ({
        ...volume,
        ...(volume.capacityBytes && {
          usedBytes: sampled(volume.capacityBytes.value),
        }),
      })),
    }),
    'snapshots that fail': database => ({
      ...database,
      ...(database.persistence?.snapshots && {
        persistence: {
          ...database.persistence,
          snapshots: {
            ...database.persistence.snapshots,
            succeeded: sampled(false),
          },
        },
      }),
    }),
    'a log that cannot be written': database => ({
      ...database,
      ...(database.persistence?.log && {
        persistence: {
          ...database.persistence,
          log: { ...database.persistence.log, succeeded: sampled(false) },
        },
      }),
    }),
    'storage that goes with the pod': database => ({
      ...database,
      ...(database.persistence?.storage.value === 'claim' && {
        persistence: {
          ...database.persistence,
          storage: observed('ephemeral'),
        },
      }),
    }),
    'copies that are not ready': database => ({
      ...database,
      ...(database.copies && {
        copies: database.copies.map(copy => ({
          ...copy,
          ready: observed(false),
        })),
      }),
    }),
    'what would delete it': database => ({
      ...database,
      custody: aCustody(),
      volumes: database.volumes.map(volume => ({
        ...volume,
        custody: { owners: ownedByDatabase, finalizers: [] },
        reclaimPolicy: observed('Delete'),
      })),
    }),
    'volumes that are lost': database => ({
      ...database,
      volumes: database.volumes.map(volume => ({
        ...volume,
        phase: observed('Lost'),
        troubles: [
          ...(volume.troubles ?? []),
          { kind: 'lost', evidence: observed('Lost').evidence },
        ],
      })),
    }),
    'a pod that cannot mount its volumes': database => ({
      ...database,
      volumes: database.volumes.map(volume => ({
        ...volume,
        troubles: [
          ...(volume.troubles ?? []),
          { kind: 'mount', evidence: observed('False').evidence },
        ],
      })),
    }),
    'a database that is down': database => ({
      ...database,
      ...(database.health.state !== 'unknown' && {
        health: { state: 'failed', evidence: [] },
      }),
    }),
  };

  it.each(Object.entries(failures))(
    'never gets better by %s',
    (_, withFailure) => {
      fc.assert(
        fc.property(
          arbitraryDatabase,
          arbitraryObjective,
          (database, objective) => {
            const before = assess({ database, objective, now });
            const after = assess({
              database: withFailure(database),
              objective,
              now,
            });
            expect(rankOf(after)).toBeLessThanOrEqual(rankOf(before));
          },
        ),
        runs,
      );
    },
  );

  const losses: Record<
    string,
    (database: Database, objective: Objective) => Database
  > = {
    'the newest recovery point': database => ({
      ...database,
      recoveryPoints: database.recoveryPoints.slice(1),
    }),
    'all but the newest recovery point': database => ({
      ...database,
      recoveryPoints: database.recoveryPoints.slice(0, 1),
    }),
    'the recovery points that lie outside the storage of its volumes':
      database => ({
        ...database,
        recoveryPoints: database.recoveryPoints.filter(
          ({ method }) => method === 'volume-snapshot',
        ),
      }),
    'what makes its volumes': database => ({
      ...database,
      volumes: database.volumes.map(volume => ({
        ...volume,
        provisioner: undefined,
      })),
    }),
    'all recovery points': database => ({ ...database, recoveryPoints: [] }),
    'a sign of the bytes in its recovery points': database => ({
      ...database,
      recoveryPoints: database.recoveryPoints.map(point => ({
        ...point,
        ...(point.holding && { holding: observed('intended') }),
      })),
    }),
    'the restores': (database, objective) => ({
      ...database,
      restores: database.restores.filter(restore => {
        const { state, startedAt, readyAt = now.toISOString() } = restore;
        const took = (Date.parse(readyAt) - Date.parse(startedAt)) / 1000;
        // What failed, took too long, or shows the estimate to be too short speaks against the database.
        const isSlow = (rtoCalibration(database)?.factor ?? 0) > 1;
        return (
          state === 'failed' ||
          failedChecksOf(restore).length > 0 ||
          took > objective.rtoSeconds.data.value ||
          (isSlow && restore.estimatedSeconds !== undefined)
        );
      }),
    }),
    // One that took too long speaks against the database.
    'the failovers': (database, objective) => ({
      ...database,
      failovers: database.failovers?.filter(
        ({ startedAt, endedAt }) =>
          (Date.parse(endedAt) - Date.parse(startedAt)) / 1000 >
          objective.rtoSeconds.instance.value,
      ),
    }),
    'the word of the operator': database => ({
      ...database,
      archiving: {
        ...database.archiving,
        ...(database.archiving.working?.value && { working: undefined }),
      },
    }),
    'the time since when archiving works': database => ({
      ...database,
      archiving: { ...database.archiving, workingSince: undefined },
    }),
    'the last archived segment': database => ({
      ...database,
      archiving: { ...database.archiving, lastArchivedAt: undefined },
    }),
    'an empty backlog': database => ({
      ...database,
      archiving: {
        ...database.archiving,
        ...(database.archiving.backlogSegments?.value === 0 && {
          backlogSegments: undefined,
        }),
      },
    }),
    'what the store says of its last success': database => ({
      ...database,
      stores: database.stores.map(store => ({
        ...store,
        lastSuccessfulBackup: undefined,
      })),
    }),
    'the stores': database => ({ ...database, stores: [] }),
    'its copies': database => ({ ...database, copies: [] }),
    'the regions of its stores': database => ({
      ...database,
      stores: database.stores.map(store => ({ ...store, region: undefined })),
    }),
    'the age of the database': database => ({
      ...database,
      createdAt: undefined,
    }),
    'where its instances are': database => ({
      ...database,
      instances: database.instances.map(instance => ({
        ...instance,
        // To be beside its primary speaks against a replica.
        ...(instance.node?.value !== 'node-1' && { node: undefined }),
        zone: undefined,
      })),
      readyInstances: undefined,
      nodesUsed: undefined,
    }),
    'that replicas are ready': database => ({
      ...database,
      instances: database.instances.map(instance => ({
        ...instance,
        ...(instance.ready?.value && { ready: undefined }),
      })),
    }),
    'synchronous replication': database => ({
      ...database,
      synchronous: undefined,
    }),
    'that nothing changed since a snapshot': database => ({
      ...database,
      ...(database.persistence?.snapshots?.changesSince?.value === 0 && {
        persistence: {
          ...database.persistence,
          snapshots: {
            ...database.persistence.snapshots,
            changesSince: undefined,
          },
        },
      }),
    }),
    'what is known of its log': database => ({
      ...database,
      ...(database.persistence?.log?.succeeded?.value !== false && {
        persistence: database.persistence && {
          ...database.persistence,
          log: undefined,
        },
      }),
    }),
    'what is known of its snapshots': database => ({
      ...database,
      ...(database.persistence?.snapshots?.succeeded?.value !== false && {
        persistence: database.persistence && {
          ...database.persistence,
          snapshots: undefined,
        },
      }),
    }),
    'which shard an instance belongs to': database => ({
      ...database,
      instances: database.instances.map(instance => ({
        ...instance,
        shard: undefined,
      })),
    }),
    'what is known of its volumes': database => ({
      ...database,
      volumes: database.volumes.map(volume => ({
        ...volume,
        nodeLocal: undefined,
      })),
    }),
    // The size of its volumes stands in for it.
    'the size': database => ({
      ...database,
      ...(database.volumes.some(
        ({ role, capacityBytes }) => role === 'data' && capacityBytes,
      ) && { sizeBytes: undefined }),
    }),
  };

  it.each(Object.entries(losses))(
    'never gets greener without %s',
    (_, lose) => {
      fc.assert(
        fc.property(
          arbitraryDatabase,
          arbitraryObjective,
          (database, objective) => {
            const before = assess({ database, objective, now });
            const after = assess({
              database: lose(database, objective),
              objective,
              now,
            });
            expect(greenOf(after)).toBeLessThanOrEqual(greenOf(before));
          },
        ),
        runs,
      );
    },
  );

  it('never throws, whatever shape the facts have', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        fc.array(fc.tuple(fc.nat(), fc.anything()), {
          minLength: 1,
          maxLength: 5,
        }),
        (database, objective, damages) => {
          const facts = structuredClone({ database, objective });
          for (const [at, junk] of damages) damage(facts, at, junk);
          const assessment = assess({ ...facts, now });
          expect(assessment.assessedAt).toBe(now.toISOString());
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not call facts good that it cannot read', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (database, objective) => {
        const { verdict } = assess({
          database: database as Database,
          objective: objective as Objective,
          now,
        });
        expect(['unprotected', 'unknown']).toContain(verdict);
      }),
      { numRuns: 500 },
    );
  });
});

/** Puts junk into the place with that number, counted through the whole tree. */
function damage(root: object, at: number, junk: unknown): void {
  const places: [object, string][] = [];
  const seen = new Set<object>();
  const visit = (value: object) => {
    if (seen.has(value)) return;
    seen.add(value);
    for (const [key, member] of Object.entries(value)) {
      places.push([value, key]);
      if (typeof member === 'object' && member !== null) visit(member);
    }
  };
  visit(root);
  const [owner, key] = places[at % places.length];
  Object.defineProperty(owner, key, { value: junk });
}
