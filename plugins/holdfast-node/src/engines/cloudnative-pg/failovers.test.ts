import { Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../engine';
import { readRecording } from '../__testUtils__/recording';
import { volumesEngine } from '../volumes';
import { cloudNativePgEngine } from './cloudNativePgEngine';

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);

function failoversOf(
  recording: string,
  change: (
    status: Record<string, unknown>,
    object: KubernetesObject,
  ) => void = () => {},
): Database['failovers'] {
  const objects = structuredClone(readRecording(recording).objects);
  for (const object of objects) {
    if (object.kind === 'Cluster' && object.status)
      change(object.status, object);
  }
  const [database] = describeDatabases({ engines, cluster: 'lab', objects });
  return database.failovers;
}

// Recorded while the pod of the primary of three was killed: failing-over-1 to -8.
describe('failovers', () => {
  it.each([
    'healthy-three-instances',
    'failing-over-1',
    'failing-over-2',
    'failing-over-3',
    'healthy-one-instance',
    'restored-copy',
  ])('has none in %s', recording => {
    expect(failoversOf(recording)).toBeUndefined();
  });

  it.each(['failing-over-4', 'failing-over-5', 'failing-over-8'])(
    'times the one in %s from the choice of the new primary to its promotion',
    recording => {
      expect(failoversOf(recording)).toMatchObject([
        {
          startedAt: '2026-11-20T17:59:00.670058Z',
          endedAt: '2026-11-20T18:00:06.728021Z',
          to: 'ledger-2',
          evidence: { field: '.status.currentPrimaryTimestamp' },
        },
      ]);
    },
  );

  it('begins with the failure where the operator waits before it chooses', () => {
    const [failover] =
      failoversOf('failing-over-5', status => {
        status.currentPrimaryFailingSinceTimestamp =
          '2026-11-20T17:58:50.000000Z';
      }) ?? [];
    expect(failover.startedAt).toBe('2026-11-20T17:58:50.000000Z');
  });

  it('sees a change back to the first instance by the timeline, unless it was restored', () => {
    const back = (status: Record<string, unknown>) => {
      status.currentPrimary = 'ledger-1';
      status.targetPrimary = 'ledger-1';
      status.timelineID = 3;
    };
    expect(failoversOf('failing-over-8', back)).toHaveLength(1);
    expect(
      failoversOf('failing-over-8', (status, { spec }) => {
        back(status);
        Object.assign(spec ?? {}, { bootstrap: { recovery: { source: 'a' } } });
      }),
    ).toBeUndefined();
  });
});
