import { ObjectReference, Observed } from '@holdfast/plugin-holdfast-common';
import { undescribedDatabase } from '@holdfast/plugin-holdfast-node';
import { protectionOf } from './protectionOf';

const object: ObjectReference = {
  cluster: 'eu',
  kind: 'Redis.redis.redis.opstreelabs.in',
  namespace: 'shop',
  name: 'cart',
};

const observed = <T extends string | number | boolean>(
  value: T,
  field: string,
): Observed<T> => ({ value, evidence: { object, field, value } });

function aDatabase() {
  return undescribedDatabase({
    cluster: 'eu',
    root: { kind: object.kind, namespace: 'shop', name: 'cart', uid: 'u' },
    engine: { id: 'redis' },
    engineName: 'redis',
  });
}

const named = (kind: string, name: string) => ({ ...object, kind, name });

describe('protectionOf', () => {
  it('tells of a backup in what state it has a volume', () => {
    const database = aDatabase();
    const nightly = named('Backup.velero.io', 'nightly');
    const running = named('Backup.velero.io', 'running');
    const evidence = { object: nightly, field: '.status.phase' };
    database.volumes = [
      {
        claim: named('PersistentVolumeClaim', 'data-cart-0'),
        role: 'data',
        usedBytes: observed(5, 'kubelet_volume_stats_used_bytes'),
        coverage: [
          {
            backup: running,
            method: 'velero-file-system',
            state: 'running',
            evidence,
          },
          {
            backup: nightly,
            method: 'velero-file-system',
            state: 'held',
            holding: 'uploaded',
            at: '2026-11-20T02:00:00Z',
            evidence,
          },
        ],
        troubles: [
          { kind: 'expansion', cause: 'infeasible', message: 'no', evidence },
        ],
      },
    ];
    database.recoveryPoints = [
      {
        object: nightly,
        method: 'velero-file-system',
        consistentAt: '2026-11-20T02:00:00Z',
        needsWal: false,
        incarnation: 'current',
        consistency: { value: 'torn', evidence },
        evidence,
      },
    ];

    expect(protectionOf(database).volumes).toMatchObject([
      {
        claim: 'data-cart-0',
        usedBytes: 5,
        coverage: [
          { state: 'running', consistency: undefined },
          { state: 'held', holding: 'uploaded', consistency: 'torn' },
        ],
        troubles: [{ kind: 'expansion', cause: 'infeasible' }],
        evidence: [{ field: 'kubelet_volume_stats_used_bytes' }],
      },
    ]);
  });

  it('lists the newest backups of a volume, and not all that there ever were', () => {
    const database = aDatabase();
    database.volumes = [
      {
        claim: named('PersistentVolumeClaim', 'data-cart-0'),
        role: 'data',
        coverage: Array.from({ length: 80 }, (_, index) => ({
          backup: named('Backup.velero.io', `hourly-${index}`),
          method: 'velero-data-mover' as const,
          state: 'held' as const,
          holding: 'moved' as const,
          evidence: { object, field: '.status.phase' },
        })),
      },
    ];
    const [{ coverage }] = protectionOf(database).volumes;
    expect(coverage).toHaveLength(50);
    expect(coverage[0].backup?.name).toBe('hourly-0');
  });

  it('leaves out of persistence what cannot be told', () => {
    const database = aDatabase();
    database.persistence = {
      storage: observed('claim', '.spec.storage'),
      snapshots: { lastSavedAt: observed('2026-11-20T11:57:00Z', 'last_save') },
      log: {
        enabled: observed(true, '.spec.redisConfig'),
        flush: observed('everysec', '.spec.redisConfig'),
      },
    };
    // As it arrives: JSON has no undefined.
    expect(
      JSON.parse(JSON.stringify(protectionOf(database).persistence)),
    ).toEqual({
      storage: 'claim',
      snapshots: { lastSavedAt: '2026-11-20T11:57:00Z' },
      log: { enabled: true, flush: 'everysec' },
      evidence: [
        { object, field: '.spec.storage', value: 'claim' },
        { object, field: 'last_save', value: '2026-11-20T11:57:00Z' },
        { object, field: '.spec.redisConfig', value: 'everysec' },
      ],
    });
  });

  it('says when a drill last ran and whether it is told not to', () => {
    const database = aDatabase();
    database.drills = [
      {
        object: named('CronJob.batch', 'cart-drill'),
        expression: observed('0 4 * * 0', '.spec.schedule'),
        dialect: 'kubernetes',
        suspended: observed(true, '.spec.suspend'),
      },
    ];
    expect(protectionOf(database).drills).toMatchObject([
      {
        name: 'cart-drill',
        expression: '0 4 * * 0',
        suspended: true,
        lastSucceededAt: undefined,
        evidence: [{ field: '.spec.schedule' }, { field: '.spec.suspend' }],
      },
    ]);
  });
});
