import { simulate } from '../__testUtils__/simulate';

const idle = { writes: 'idle', schedule: 'none', backups: 'by-hand' } as const;

describe('DatabaseWriter', () => {
  it('writes everything that belongs to a database, with its owners', () => {
    const simulation = simulate({ pooler: 'rw', ageHours: 30 });
    const { uid } = simulation.cluster.metadata;

    for (const kind of ['PersistentVolumeClaim', 'Pod']) {
      expect(simulation.objects(kind)).toHaveLength(2);
      for (const { metadata } of simulation.objects(kind)) {
        expect(metadata.ownerReferences).toEqual([
          expect.objectContaining({ kind: 'Cluster', name: 'orders', uid }),
        ]);
      }
    }
    const claims = simulation.objects('PersistentVolumeClaim');
    expect(
      simulation
        .objects('PersistentVolume')
        .map(({ metadata, spec }) => [metadata.name, spec?.claimRef])
        .sort(),
    ).toEqual(
      claims
        .map(({ metadata, spec }) => [
          spec?.volumeName,
          expect.objectContaining({ name: metadata.name, uid: metadata.uid }),
        ])
        .sort(),
    );
    expect(simulation.objects('Pooler')[0]).toMatchObject({
      metadata: { name: 'orders-pooler-rw' },
      spec: { cluster: { name: 'orders' }, type: 'rw' },
      status: { phase: 'active' },
    });
    expect(simulation.objects('ScheduledBackup')).toHaveLength(1);
    expect(simulation.objects('ObjectStore')).toHaveLength(1);
  });

  it('leaves out the store that was deleted', () => {
    expect(simulate({ storeMissing: true }).objects('ObjectStore')).toEqual([]);
  });

  it('writes nothing about a database that does nothing', () => {
    const simulation = simulate(idle);
    const { revision } = simulation;

    expect(simulation.pass(3_600).revision).toBe(revision);
    // Even if it is told to.
    simulation.act(() => undefined);
    expect(simulation.revision).toBe(revision);
  });

  it('writes of a backup no more than moves: itself, its cluster and its store', () => {
    const simulation = simulate(idle);
    const { revision } = simulation;
    simulation.act(({ backups }) => backups.start(simulation.now));
    // The Backup, and the condition of the Cluster.
    expect(simulation.revision - revision).toBe(2);

    simulation.pass(12);
    // Those two, and the window of the ObjectStore.
    expect(simulation.revision - revision).toBe(5);
  });
});
