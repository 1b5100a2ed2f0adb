import { Database, InstanceSpread, Observed } from '../model';
import {
  aDatabase,
  ago,
  anAttempt,
  aPoint,
  aRestore,
  aStore,
  now,
  observed,
  sampled,
} from './__testUtils__/aDatabase';
import { anObjective } from './__testUtils__/anObjective';
import { assess, AssessOptions } from './assess';
import { Verdict } from './Verdict';

function judged(
  overrides: Partial<Database>,
  options: Partial<AssessOptions> = {},
) {
  return assess({
    database: aDatabase(overrides),
    objective: anObjective(),
    now,
    ...options,
  });
}

const { archiving } = aDatabase();

// The expected verdicts are those that the definitions of the verdicts (Verdict.ts) give to each arrangement.
describe('assess', () => {
  it.each<[string, Partial<Database>, Verdict, string]>([
    ['healthy with metrics', {}, 'protected', 'restore/never'],
    [
      'last restored too long ago',
      { restores: [aRestore({ startedAt: ago({ days: 91 }) })] },
      'protected',
      'restore/overdue',
    ],
    [
      'without any base backup',
      { recoveryPoints: [], stores: [bareStore()] },
      'unprotected',
      'base-backup/none',
    ],
    [
      'with base backups on a former store only',
      {
        stores: [
          bareStore({ id: 's3://new/orders' }),
          aStore({ inUse: false }),
        ],
        archiving: { ...archiving, storeId: 's3://new/orders' },
      },
      'unprotected',
      'base-backup/only-on-former-store',
    ],
    [
      'with base backups from before a major upgrade only',
      {
        recoveryPoints: [aPoint({ incarnation: 'other', majorVersion: 16 })],
      },
      'unprotected',
      'base-backup/other-incarnation',
    ],
    [
      'whose archiving fails',
      {
        archiving: {
          ...archiving,
          working: observed(false),
          workingSince: ago({ minutes: 2 }),
          failure: observed('connection refused'),
        },
      },
      'at-risk',
      'archiving/failing',
    ],
    [
      'whose archiver says nothing',
      {
        archiving: {
          configured: archiving.configured,
          storeId: archiving.storeId,
          timeoutSeconds: archiving.timeoutSeconds,
        },
      },
      'unknown',
      'archiving/not-reported',
    ],
    [
      'whose backlog has waited for longer than the objective allows',
      {
        archiving: {
          ...archiving,
          backlogSegments: sampled(12),
          lastArchivedAt: sampled(ago({ minutes: 61 })),
        },
      },
      'at-risk',
      'objective/rpo-missed',
    ],
    [
      'whose last backup failed',
      { attempts: [anAttempt()] },
      'at-risk',
      'base-backup/last-failed',
    ],
    [
      'whose backups may not be read',
      {
        recoveryPoints: [],
        stores: [bareStore()],
        missing: [
          {
            area: 'backups',
            kind: 'Backup.postgresql.cnpg.io',
            reason: 'forbidden',
            message: 'backups is forbidden',
          },
        ],
      },
      'unknown',
      'base-backup/uncertain',
    ],
  ])('judges a database %s', (_, overrides, verdict, rule) => {
    const assessment = judged(overrides);
    expect(assessment.findings[0]).toMatchObject({ rule });
    expect(assessment.verdict).toBe(verdict);
  });

  it('calls a database proven that was restored lately', () => {
    const assessment = judged({ restores: [aRestore()] });
    expect(assessment.findings).toEqual([]);
    expect(assessment.verdict).toBe('proven');
    expect(assessment.rto.data).toMatchObject({
      seconds: 600,
      basis: 'measured',
    });
  });

  it('asks nothing of an exempt database', () => {
    const assessment = judged(
      { recoveryPoints: [] },
      { objective: anObjective({ exempt: 'a cache' }) },
    );
    expect(assessment.verdict).toBe('exempt');
    expect(assessment.findings.map(({ rule }) => rule)).toEqual([
      'objective/exempt',
    ]);
  });

  it('measures the recovery point of a database whose metrics are read', () => {
    const { rpo, window } = judged({});
    expect(rpo.data).toMatchObject({
      seconds: 180,
      atMostSeconds: 300,
      basis: 'measured',
      latestRestorable: ago({ minutes: 3 }),
    });
    expect(window).toEqual({
      from: ago({ days: 31, hours: 9, minutes: 58 }),
      to: ago({ minutes: 3 }),
      continuous: true,
    });
  });

  it('does not expose an idle database', () => {
    const { rpo, verdict } = judged({
      archiving: {
        ...archiving,
        lastArchivedAt: sampled(ago({ hours: 9 })),
      },
    });
    expect(rpo.data).toMatchObject({ seconds: 300, basis: 'measured' });
    expect(verdict).toBe('protected');
  });

  it('judges the facts of a lost cluster as of then, until they are too old', () => {
    const contact = {
      state: 'lost',
      since: ago({ minutes: 20 }),
      reason: 'connection refused',
    } as const;
    const fresh = judged({}, { contact });
    expect(fresh).toMatchObject({
      verdict: 'protected',
      staleSince: contact.since,
      reassessAt: ago({ minutes: -40 }),
    });
    const late = new Date(ago({ minutes: -40 }));
    expect(judged({}, { contact, now: late }).verdict).toBe('unknown');
  });
});

/** A store on which no backup has succeeded. */
function bareStore(overrides: Parameters<typeof aStore>[0] = {}) {
  const {
    firstRecoverabilityPoint: _first,
    lastSuccessfulBackup: _last,
    ...store
  } = aStore(overrides);
  return store;
}

function spreadOver(
  over: InstanceSpread['over'],
  required: boolean,
): Observed<InstanceSpread> {
  const { evidence } = observed(required, '.spec.affinity');
  return { value: { over, required }, evidence };
}

describe('assess of what manifests declare', () => {
  const { archiving: declared } = aDatabase();
  const manifests: Partial<Database> = {
    archiving: {
      configured: declared.configured,
      storeId: declared.storeId,
      timeoutSeconds: declared.timeoutSeconds,
    },
    stores: [bareStore()],
    recoveryPoints: [],
    instances: [],
    readyInstances: undefined,
    nodesUsed: undefined,
    sizeBytes: undefined,
    spread: spreadOver('node', false),
    health: { state: 'unknown', evidence: [] },
  };
  const basis = 'declared';

  it('says what would be reached, and calls nothing good', () => {
    const assessment = judged(manifests, { basis });
    expect(assessment.verdict).toBe('unknown');
    expect(assessment.rpo.data).toEqual({ evidence: [] });
    expect(assessment.window).toBeUndefined();
    expect(assessment.reassessAt).toBeUndefined();
    expect(assessment.predicted).toMatchObject({
      verdict: 'protected',
      rpo: { data: { seconds: 300, basis: 'bounded' } },
      rto: {
        instance: { seconds: 120, basis: 'estimated' },
        data: { basis: 'estimated' },
      },
    });
  });

  it('calls a database without any arrangement unprotected', () => {
    const assessment = judged(
      {
        ...manifests,
        archiving: { ...declared, configured: observed(false) },
        stores: [],
        schedules: [],
      },
      { basis },
    );
    expect(assessment.verdict).toBe('unprotected');
    expect(assessment.predicted?.verdict).toBe('unprotected');
  });

  it('calls archiving without base backups unprotected', () => {
    const assessment = judged({ ...manifests, schedules: [] }, { basis });
    expect(assessment.verdict).toBe('unprotected');
    expect(assessment.findings[0].rule).toBe('base-backup/never-taken');
  });

  it('predicts an objective that would be missed', () => {
    const { predicted } = judged(manifests, {
      basis,
      objective: anObjective({ rpo: 60 }),
    });
    expect(predicted?.verdict).toBe('at-risk');
  });

  describe('per disruption', () => {
    // The larger of failover and archive timeout; nothing is promised that is only preferred.
    it.each<[string, Partial<Database>, object]>([
      [
        'replicas that are preferred on other nodes',
        {},
        {
          rpo: { instance: { atMostSeconds: 300 }, zone: { evidence: [] } },
          rto: { instance: { seconds: 120 }, zone: { inputs: [] } },
        },
      ],
      [
        'replicas that are required in other zones',
        { spread: spreadOver('zone', true) },
        {
          rpo: { instance: { atMostSeconds: 300 }, zone: { seconds: 300 } },
          rto: { instance: { seconds: 120 }, zone: { seconds: 120 } },
        },
      ],
      [
        'replicas in other zones that a commit waits for',
        {
          spread: spreadOver('zone', true),
          synchronous: {
            ...observed('any 1'),
            value: { number: 1, durability: 'required' },
          },
        },
        { rpo: { instance: { seconds: 0 }, zone: { seconds: 0 } } },
      ],
      [
        'replicas that are preferred in other zones',
        { spread: spreadOver('zone', false) },
        { rto: { instance: { seconds: 120 }, zone: { inputs: [] } } },
      ],
    ])('%s', (_, overrides, expected) => {
      const { predicted } = judged({ ...manifests, ...overrides }, { basis });
      expect(predicted).toMatchObject(expected);
      expect(predicted?.rpo.region.seconds).toBeUndefined();
    });

    it('replicas that nothing keeps apart promise nothing', () => {
      const { predicted } = judged(
        { ...manifests, spread: undefined, volumes: [] },
        { basis },
      );
      expect(predicted?.rto.instance.seconds).toBeUndefined();
    });

    it('takes the size of the volumes that are asked for', () => {
      const { predicted } = judged(
        {
          ...manifests,
          volumes: [],
          requestedBytes: observed(100 * 2 ** 30, '.spec.storage.size'),
        },
        { basis },
      );
      // 120 s + 100 GiB / 100 MiB/s + two days of 16 MiB per 300 s / 50 MiB/s, since a whole day lies between two backups.
      expect(predicted?.rto.data).toMatchObject({
        seconds: Math.round(120 + 1024 + 2 * 92.16),
        basis: 'estimated',
        evidence: [{ field: '.spec.storage.size' }],
      });
      expect(predicted?.rto.data.inputs[0]).toBe(
        'requested volume (size unknown) 100 GiB',
      );
    });
  });

  it('misses no backups, pods and volumes among manifests', () => {
    const areas = ['backups', 'instances', 'volumes', 'snapshots'] as const;
    const assessment = judged(
      {
        ...manifests,
        missing: areas.map(area => ({
          area,
          kind: 'Example',
          reason: 'not-in-input',
          message: 'it cannot be told whether there are any',
        })),
      },
      { basis },
    );
    expect(assessment.findings).toEqual([]);
    expect(assessment.predicted?.verdict).toBe('protected');
  });

  it('leaves open what hangs on schedules that were not in the input', () => {
    const { verdict, predicted } = judged(
      {
        ...manifests,
        schedules: [],
        missing: [
          {
            area: 'schedules',
            kind: 'ScheduledBackup.postgresql.cnpg.io',
            reason: 'not-in-input',
            message: 'it cannot be told whether there are any',
          },
        ],
      },
      { basis },
    );
    expect(verdict).toBe('unknown');
    expect(predicted?.verdict).toBe('unknown');
  });
});
