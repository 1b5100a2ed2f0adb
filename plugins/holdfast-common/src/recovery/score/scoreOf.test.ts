import * as fc from 'fast-check';
import { Database } from '../../model';
import {
  aDatabase,
  ago,
  anInstance,
  aRestore,
  aStore,
  aVolume,
  now,
  observed,
  sampled,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import {
  arbitraryDatabase,
  arbitraryObjective,
} from '../__testUtils__/arbitraryDatabase';
import { assess, AssessOptions } from '../assess';
import { scoreControls } from './scoreOf';

function scoreOf(
  overrides: Partial<Database> = {},
  options: Partial<AssessOptions> = {},
) {
  const { score } = assess({
    database: aDatabase(overrides),
    objective: anObjective(),
    now,
    ...options,
  });
  if (!score) throw new Error('no score');
  return score;
}

function controlOf(
  id: string,
  overrides?: Partial<Database>,
  options?: Partial<AssessOptions>,
) {
  const control = scoreOf(overrides, options).controls.find(
    candidate => candidate.id === id,
  );
  if (!control) throw new Error(`no control ${id}`);
  return control;
}

const aDrillSchedule = {
  object: { ...aDatabase().reference, kind: 'CronJob.batch', name: 'drill' },
  expression: observed('0 3 1 * *'),
  dialect: 'kubernetes' as const,
  suspended: observed(false),
};

// https://docs.aws.amazon.com/resilience-hub/latest/userguide/resil-score.html: the top score is 100. The shares are those of docs/score.md.
describe('score', () => {
  it('shares out 100 points, 40 of them for meeting the objectives', () => {
    const of = (group: string) =>
      scoreControls
        .filter(({ id }) => id.startsWith(group))
        .reduce((sum, { possible }) => sum + possible, 0);
    expect(of('')).toBe(100);
    expect(of('compliance/')).toBe(40);
    expect(of('backups/')).toBe(30);
    expect(of('proof/')).toBe(20);
    expect(of('monitoring/')).toBe(10);
  });

  it('gives points for what is there, and says how to reach the rest', () => {
    const { points, outstanding, controls } = scoreOf({
      volumes: [1, 2, 3].map(at =>
        aVolume(at, { reclaimPolicy: observed('Retain') }),
      ),
    });
    expect(Object.fromEntries(controls.map(c => [c.id, c.reached]))).toEqual({
      'compliance/data': 16,
      'compliance/instance': 12,
      'compliance/zone': 8,
      // Nothing tells what the loss of the region would cost.
      'compliance/region': 0,
      'backups/retention': 8,
      'backups/current': 8,
      // Three copies and two media; where the bucket is and whether it is locked is not told.
      'backups/copies': 4,
      'backups/deletion-guarded': 6,
      'proof/restored': 0,
      'proof/drill-alive': 0,
      'monitoring/measured': 10,
    });
    expect(points).toBe(72);
    expect(outstanding).toBe(28);
    for (const control of controls) {
      expect(control.earn === undefined).toBe(control.outstanding === 0);
    }
  });

  it.each<[string, Partial<Database>, string, string, number]>([
    [
      'no backup at all',
      { recoveryPoints: [], stores: [], schedules: [] },
      'compliance/data',
      'not-met',
      0,
    ],
    [
      'no backup at all',
      { recoveryPoints: [], stores: [], schedules: [] },
      'backups/retention',
      'not-met',
      0,
    ],
    [
      'backups that nobody may list',
      {
        recoveryPoints: [],
        stores: [aStore({ lastSuccessfulBackup: undefined })],
        missing: [
          {
            area: 'backups',
            kind: 'Backup.postgresql.cnpg.io',
            reason: 'forbidden',
            message: 'may not be listed',
          },
        ],
      },
      'backups/current',
      'unknown',
      0,
    ],
    [
      'a retention that is not told',
      { stores: [aStore({ retentionSeconds: undefined })] },
      'backups/retention',
      'unknown',
      0,
    ],
    [
      'a retention below the objective',
      { stores: [aStore({ retentionSeconds: observed(86_400) })] },
      'backups/retention',
      'not-met',
      0,
    ],
    ['no schedule', { schedules: [] }, 'backups/current', 'not-met', 0],
    [
      'volumes that go with their claims',
      { volumes: [aVolume(1, { reclaimPolicy: observed('Delete') })] },
      'backups/deletion-guarded',
      'not-met',
      0,
    ],
    [
      'volumes that could not be read',
      { volumes: [aVolume(1)] },
      'backups/deletion-guarded',
      'unknown',
      0,
    ],
    [
      'a drill last week',
      { restores: [aRestore()] },
      'proof/restored',
      'met',
      12,
    ],
    [
      'a drill that took too long',
      { restores: [aRestore({ readyAt: ago({ days: 6 }) })] },
      'proof/restored',
      'partly',
      6,
    ],
    [
      'a drill that failed since',
      {
        restores: [
          aRestore(),
          aRestore({ state: 'failed', startedAt: ago({ days: 1 }) }),
        ],
      },
      'proof/restored',
      'not-met',
      0,
    ],
    [
      'a schedule of drills whose last run succeeded',
      {
        drills: [
          { ...aDrillSchedule, lastSucceededAt: observed(ago({ days: 20 })) },
        ],
      },
      'proof/drill-alive',
      'met',
      8,
    ],
    [
      'a schedule of drills that rots',
      {
        drills: [
          { ...aDrillSchedule, lastSucceededAt: observed(ago({ days: 91 })) },
        ],
      },
      'proof/drill-alive',
      'not-met',
      0,
    ],
    [
      'a schedule of drills that is suspended',
      {
        drills: [
          {
            ...aDrillSchedule,
            suspended: observed(true),
            lastSucceededAt: observed(ago({ days: 2 })),
          },
        ],
      },
      'proof/drill-alive',
      'not-met',
      0,
    ],
    [
      'two drills in a row, whatever ran them',
      {
        restores: [aRestore(), aRestore({ startedAt: ago({ days: 37 }) })],
      },
      'proof/drill-alive',
      'met',
      8,
    ],
    [
      'volumes that are not measured',
      { volumes: [aVolume(1, { usedBytes: undefined })] },
      'monitoring/measured',
      'partly',
      5,
    ],
    [
      'metrics that stopped yesterday',
      {
        volumes: [aVolume(1, { usedBytes: sampled(1, ago({ days: 1 })) })],
        archiving: {
          ...aDatabase().archiving,
          backlogSegments: undefined,
          lastArchivedAt: undefined,
        },
      },
      'monitoring/measured',
      'not-met',
      0,
    ],
  ])('with %s', (_, overrides, id, state, reached) => {
    expect(controlOf(id, overrides)).toMatchObject({ state, reached });
  });

  it('gives no points for what is waived', () => {
    const alone: Partial<Database> = {
      desiredInstances: observed(1),
      readyInstances: observed(1),
      nodesUsed: observed(1),
      instances: [anInstance(1)],
      volumes: [aVolume(1)],
    };
    const objective = anObjective({ rtoOf: { instance: 300 } });
    const waivers = {
      waivers: [
        {
          rule: 'placement/single-instance',
          reason: 'a test system',
          until: ago({ days: -3 }),
          origin: { level: 'portal' as const, reference: 'x' },
        },
      ],
      problems: [],
    };
    const id = 'compliance/instance';
    expect(controlOf(id, alone, { objective, waivers })).toEqual(
      controlOf(id, alone, { objective }),
    );
  });

  it.each<[string, Partial<AssessOptions>]>([
    ['is exempt', { objective: anObjective({ exempt: 'a cache' }) }],
    ['is only declared', { basis: 'declared' }],
    [
      'was last seen too long ago',
      {
        contact: { state: 'lost', since: ago({ days: 2 }), reason: 'refused' },
      },
    ],
  ])('is not given to what %s', (_, options) => {
    const assessment = assess({
      database: aDatabase(),
      objective: anObjective(),
      now,
      ...options,
    });
    expect(assessment.score).toBeUndefined();
    expect(assessment.copyChecks).toBeUndefined();
  });

  it('adds up, whatever the facts, and full points are Proven', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        (database, objective) => {
          const { score, verdict } = assess({ database, objective, now });
          if (!score) return;
          const { points, possible, outstanding, controls } = score;
          expect(possible).toBe(100);
          expect(points + outstanding).toBe(100);
          expect(controls.reduce((sum, { reached }) => sum + reached, 0)).toBe(
            points,
          );
          const strange = controls.filter(
            ({ state, reached, outstanding: left, earn }) =>
              !Number.isInteger(reached) ||
              (state === 'met' && left > 0) ||
              (state === 'unknown' && reached > 0) ||
              (state === 'not-met' && (reached > 0 || earn === undefined)),
          );
          expect(strange).toEqual([]);
          expect(points < 100 || verdict === 'proven').toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
