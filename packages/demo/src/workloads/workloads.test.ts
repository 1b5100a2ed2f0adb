import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { objectsOf } from '../__testUtils__/objectsOf';
import { DemoFleet, OtherTraits } from '../fleet/DemoFleet';
import { drills, veleros, workloads } from '../fleet/workloads';
import { nightly } from './Rhythm';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A fleet without CloudNativePG, with a clock that only a test moves. */
class Scene {
  readonly fleet: DemoFleet;
  #now: Date;

  constructor(others: OtherTraits, at = '2026-11-20T12:00:00Z') {
    this.#now = new Date(at);
    this.fleet = DemoFleet.create({
      token: 'reader',
      now: () => this.#now,
      databases: [],
      others,
    });
  }

  /** Lets the time pass, and the demo look at its clock as often as a number of milliseconds says. */
  pass(milliseconds: number, step = milliseconds): this {
    for (let passed = 0; passed < milliseconds; passed += step) {
      this.#now = new Date(this.#now.getTime() + step);
      this.fleet.tick();
    }
    return this;
  }

  objects(kind: string, apiVersion?: string): KubernetesObject[] {
    return objectsOf(this.fleet.cluster('dev')).filter(
      object =>
        object.kind === kind &&
        (apiVersion === undefined || object.apiVersion === apiVersion),
    );
  }

  names(kind: string, apiVersion?: string): string[] {
    return this.objects(kind, apiVersion).map(({ metadata }) => metadata.name);
  }

  get revisions(): number[] {
    return Array.from(
      this.fleet.clusters.values(),
      ({ objects }) => objects.revision,
    );
  }
}

const place = { cluster: 'dev', namespace: 'shop' } as const;

describe('a workload', () => {
  it('makes no events while nothing happens', () => {
    // Between two full hours, and with nothing that runs at that time.
    const scene = new Scene(
      { workloads, veleros, drills },
      '2026-11-20T12:10:00Z',
    );
    const written = scene.revisions;
    scene.pass(50 * 1000, 1000);

    expect(scene.revisions).toEqual(written);
  });

  it('looks the same, relative to now, whenever it is started', () => {
    const at = (time: string) => {
      const { fleet } = new Scene({ workloads, veleros, drills }, time);
      return [...fleet.clusters.values()].flatMap(cluster =>
        objectsOf(cluster).map(({ kind }) => kind),
      );
    };
    // Weeks later, and at the same time of the week.
    expect(at('2027-01-01T12:00:00Z')).toEqual(at('2026-11-20T12:00:00Z'));
  });

  it('is dumped when the night comes, by a job that runs and ends', () => {
    const scene = new Scene({
      workloads: [
        {
          ...place,
          name: 'mysql',
          kind: 'StatefulSet',
          dump: { rhythm: nightly('02:15') },
        },
      ],
    });
    const before = scene.names('Job');
    expect(before).toHaveLength(3);

    scene.pass(14 * HOUR + 15.5 * MINUTE);
    const running = scene.objects('Job').at(-1);
    expect(running?.status).toMatchObject({ active: 1 });
    const [cronJob] = scene.objects('CronJob');
    expect(cronJob.status).toMatchObject({
      lastScheduleTime: '2026-11-21T02:15:00Z',
      lastSuccessfulTime: '2026-11-20T02:16:15Z',
    });

    scene.pass(2 * MINUTE);
    expect(scene.objects('Job').at(-1)?.status).toMatchObject({
      succeeded: 1,
      completionTime: '2026-11-21T02:16:15Z',
    });
    // The oldest of them is gone.
    expect(scene.names('Job')).toEqual([
      ...before.slice(1),
      running?.metadata.name,
    ]);
  });

  it('is backed up by Velero, whose backups expire with what they copied', () => {
    const scene = new Scene({
      workloads: [
        {
          ...place,
          name: 'queue',
          kind: 'RedisReplication',
          instances: 2,
          backupPolicy: 'nightly',
        },
        { ...place, name: 'other', kind: 'RedisReplication' },
      ],
      veleros: [
        {
          cluster: 'dev',
          locations: [{ name: 'default' }],
          schedules: [
            { name: 'nightly', rhythm: nightly('01:00'), keepDays: 5 },
          ],
        },
      ],
    });
    const backups = () => scene.names('Backup', 'velero.io/v1');
    expect(backups()).toEqual(
      [16, 17, 18, 19, 20].map(day => `nightly-202611${day}010000`),
    );
    // Of the two volumes that its selector matches.
    expect(scene.names('DataUpload')).toHaveLength(10);

    scene.pass(DAY);
    expect(backups()).toEqual(
      [17, 18, 19, 20, 21].map(day => `nightly-202611${day}010000`),
    );
    expect(scene.names('DataUpload')).toHaveLength(10);
    expect(scene.objects('Schedule')[0].status).toMatchObject({
      lastBackup: '2026-11-21T01:00:00Z',
    });
  });

  it('lets go of what finalizers hold', () => {
    const scene = new Scene({
      workloads: [
        {
          ...place,
          name: 'ledger',
          kind: 'PerconaServerMySQL',
          backup: { rhythm: nightly('02:00'), keep: 3 },
        },
      ],
    }).pass(DAY);

    expect(
      scene
        .objects('PerconaServerMySQLBackup')
        .map(({ metadata }) => metadata.creationTimestamp),
    ).toEqual([
      '2026-11-19T02:00:00Z',
      '2026-11-20T02:00:00Z',
      '2026-11-21T02:00:00Z',
    ]);
  });

  it('does not undo what somebody else wrote to its objects', () => {
    const scene = new Scene({
      workloads: [{ ...place, name: 'queue', kind: 'Redis' }],
    });
    const { objects } = scene.fleet.cluster('dev');
    const redis = objects.types.find(({ kind }) => kind === 'Redis');
    if (!redis) throw new Error('Redis is not served');
    objects.patch(
      redis,
      { namespace: 'shop', name: 'queue' },
      { metadata: { annotations: { 'holdfast.io/tier': 'gold' } } },
    );
    scene.pass(MINUTE);

    expect(scene.objects('Redis')[0].metadata.annotations).toEqual({
      'holdfast.io/tier': 'gold',
    });
  });
});
