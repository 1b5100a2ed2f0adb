import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { simulate, Simulation } from '../__testUtils__/simulate';

const three = { instances: 3, schedule: 'none', backups: 'none' } as const;

function statusOf({ cluster }: Simulation): Record<string, unknown> {
  return { ...cluster.status };
}

function readyPods(simulation: Simulation): string[] {
  return simulation
    .objects('Pod')
    .filter(({ status }) =>
      JSON.stringify(status).includes('"type":"Ready","status":"True"'),
    )
    .map(({ metadata }) => metadata.name);
}

function uidOf(objects: KubernetesObject[], name: string): string | undefined {
  return objects.find(({ metadata }) => metadata.name === name)?.metadata.uid;
}

function failOver(simulation: Simulation): Simulation {
  return simulation.act(database => database.failOver(simulation.now));
}

describe('SimulatedDatabase', () => {
  it('fails over step by step, as recorded in failing-over-1 to -8', () => {
    const simulation = simulate(three);
    const lost = uidOf(simulation.objects('Pod'), 'orders-1');
    failOver(simulation);
    expect(statusOf(simulation)).toMatchObject({
      phase: 'Cluster in healthy state',
      currentPrimary: 'orders-1',
      targetPrimary: 'orders-1',
      readyInstances: 2,
      danglingPVC: ['orders-1'],
      timelineID: 1,
    });
    expect(readyPods(simulation)).toEqual(['orders-2', 'orders-3']);

    expect(statusOf(simulation.pass(2))).toMatchObject({
      phase: 'Failing over',
      phaseReason: 'Initiating a failover from orders-1',
      targetPrimary: 'orders-1',
    });
    expect(statusOf(simulation.pass(3))).toMatchObject({
      phase: 'Failing over',
      phaseReason: 'Failing over from orders-1 to orders-2',
      currentPrimary: 'orders-1',
      targetPrimary: 'orders-2',
      targetPrimaryTimestamp: '2026-11-20T12:00:05.000000Z',
      timelineID: 1,
    });
    expect(statusOf(simulation.pass(5))).toMatchObject({
      phase: 'Failing over',
      currentPrimary: 'orders-2',
      currentPrimaryTimestamp: '2026-11-20T12:00:10.000000Z',
      targetPrimary: 'orders-2',
      timelineID: 2,
    });
    expect(statusOf(simulation.pass(3))).toMatchObject({
      phase: 'Waiting for the instances to become active',
      readyInstances: 2,
      instancesStatus: { failed: ['orders-1'] },
    });
    const back = uidOf(simulation.objects('Pod'), 'orders-1');
    expect(back).toBeDefined();
    expect(back).not.toBe(lost);

    expect(statusOf(simulation.pass(7))).toMatchObject({
      phase: 'Cluster in healthy state',
      currentPrimary: 'orders-2',
      readyInstances: 3,
      timelineID: 2,
    });
    expect(readyPods(simulation)).toHaveLength(3);
    expect(
      simulation
        .objects('PersistentVolumeClaim')
        .map(({ metadata }) => [metadata.name, metadata.labels?.role]),
    ).toEqual([
      ['orders-1', 'replica'],
      ['orders-2', 'primary'],
      ['orders-3', 'replica'],
    ]);
  });

  it('writes nothing between the steps of a failover, nor after it', () => {
    const simulation = failOver(simulate(three));
    const revisions = Array.from({ length: 60 }, () => {
      const before = simulation.revision;
      return simulation.pass(1).revision > before;
    });

    expect(
      revisions.flatMap((wrote, index) => (wrote ? [index + 1] : [])),
    ).toEqual([2, 5, 10, 13, 20]);
  });

  it('has failed over when the machine wakes up after the middle of it', () => {
    expect(statusOf(failOver(simulate(three)).leap(3_600))).toMatchObject({
      phase: 'Cluster in healthy state',
      currentPrimary: 'orders-2',
      readyInstances: 3,
      timelineID: 2,
    });
  });

  it('takes backups of the new timeline after a failover', () => {
    const simulation = failOver(simulate(three)).pass(30);
    simulation.act(({ backups }) => backups.start(simulation.now)).pass(12);

    expect(simulation.objects('Backup')[0].status).toMatchObject({
      beginWal: expect.stringMatching(/^00000002/),
      pluginMetadata: { timeline: '2' },
    });
  });

  it('does not fail over twice at once, nor to nowhere', () => {
    const single = simulate({ ...three, instances: 1 });
    expect(() => single.database.failOver(single.now)).toThrow(
      'orders has no other ready instance that could become primary',
    );

    const simulation = failOver(simulate(three));
    expect(() => simulation.database.failOver(simulation.now)).toThrow(
      'orders is failing over already',
    );
  });

  it('stops PostgreSQL behind a fence and leaves pods and phase', () => {
    const simulation = simulate(three).pass(5);
    simulation.act(database => database.fence(simulation.now));

    expect(simulation.cluster.metadata.annotations).toEqual({
      'cnpg.io/fencedInstances': '["*"]',
    });
    const status = statusOf(simulation);
    expect(status).toMatchObject({
      phase: 'Cluster in healthy state',
      instancesStatus: { replicating: ['orders-1', 'orders-2', 'orders-3'] },
    });
    expect(status).not.toHaveProperty('readyInstances');
    expect(status).not.toHaveProperty('systemID');
    expect(simulation.objects('Pod')).toHaveLength(3);
    expect(readyPods(simulation)).toEqual([]);
    expect(simulation.metric('cnpg_collector_fencing_on')).toBe(1);
    // Recording `fenced-replica`: what PostgreSQL itself would have to tell is gone.
    expect(simulation.metric('cnpg_pg_replication_lag')).toBeUndefined();

    simulation.act(database => database.unfence(simulation.now));
    expect(simulation.cluster.metadata.annotations).toBeUndefined();
    expect(statusOf(simulation)).toMatchObject({ readyInstances: 3 });
    expect(readyPods(simulation)).toHaveLength(3);
  });

  it('sleeps without pods and metrics while it is hibernated', () => {
    const simulation = simulate({ ...three, hibernated: true });

    expect(simulation.objects('Pod')).toEqual([]);
    expect(simulation.objects('PersistentVolumeClaim')).toHaveLength(3);
    expect(simulation.fleet.metrics()).toEqual([]);
    expect(statusOf(simulation)).toMatchObject({
      instances: 3,
      danglingPVC: ['orders-1', 'orders-2', 'orders-3'],
    });
  });

  it('fills its volume by the clock, up to the brim', () => {
    const simulation = simulate({ ...three, used: 0.9, usedPerHour: 0.05 });
    const used = () =>
      simulation.metric('kubelet_volume_stats_used_bytes', {
        persistentvolumeclaim: 'orders-1',
      });
    const size = 40 * 2 ** 30;
    expect(used()).toBe(Math.round(size * 0.9));

    simulation.leap(3_600);
    expect(used()).toBe(Math.round(size * 0.95));
    simulation.leap(36_000);
    expect(used()).toBe(size);
    // Recording `volume-full`: only the kubelet still tells something.
    expect(statusOf(simulation)).toMatchObject({
      phase: 'Not enough disk space',
    });
    expect(new Set(simulation.fleet.metrics().map(({ name }) => name))).toEqual(
      new Set([
        'kubelet_volume_stats_capacity_bytes',
        'kubelet_volume_stats_used_bytes',
        'kubelet_volume_stats_available_bytes',
      ]),
    );
  });

  it('knows how far its replicas are behind', () => {
    const simulation = simulate({ ...three, replicaLagSeconds: 90 });

    expect(
      simulation.metric('cnpg_pg_replication_lag', { pod: 'orders-2' }),
    ).toBe(90);
    expect(simulation.metric('cnpg_pg_replication_lag')).toBe(0);
    expect(
      simulation.metric('cnpg_pg_stat_replication_replay_lag_seconds', {
        pod: 'orders-1',
        application_name: 'orders-3',
      }),
    ).toBe(90);
  });
});
