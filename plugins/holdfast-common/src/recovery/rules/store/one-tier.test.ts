import {
  ago,
  aPoint,
  aStore,
  aVolume,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeOneTier } from './one-tier';

const snapshots = aStore({ id: 'snapshots', method: 'volume-snapshot' });
const snapshot = aPoint({
  method: 'volume-snapshot',
  storeId: 'snapshots',
  needsWal: false,
});
const inSnapshots = {
  stores: [snapshots],
  recoveryPoints: [snapshot, { ...snapshot, consistentAt: ago({ days: 1 }) }],
};
const volumesOf = (driver: string) => [
  aVolume(1, { provisioner: observed(driver) }),
];

// 3-2-1: three copies, two media, one off site. Where snapshots of these drivers lie: "Amazon EBS snapshots" ("stored in Amazon S3"), and the
// documentation of Compute Engine and Azure on theirs.
describe('store/one-tier', () => {
  it.each([
    ['an array', 'csi.example.com', 'at-risk'],
    ['a provider that copies them', 'ebs.csi.aws.com', undefined],
  ])('of snapshots on %s', (_, driver, ceiling) => {
    const [finding] = findingsOf(storeOneTier, {
      ...inSnapshots,
      volumes: volumesOf(driver),
    });
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBe(ceiling);
    expect(finding.message).toContain('All 2 recovery points are snapshots');
  });

  it('is not content with what nobody says', () => {
    const [finding] = findingsOf(storeOneTier, {
      ...inSnapshots,
      volumes: [aVolume(1)],
    });
    expect(finding.ceiling).toBe('at-risk');
  });

  it.each([
    ['a backup elsewhere', [aPoint(), snapshot], [aStore(), snapshots]],
    [
      'a snapshot that was moved',
      [
        {
          ...snapshot,
          method: 'velero-data-mover' as const,
          holding: { ...observed('moved'), value: 'moved' as const },
        },
      ],
      [snapshots],
    ],
    ['nothing at all', [], []],
  ])('has nothing to say of %s', (_, recoveryPoints, stores) => {
    expect(findingsOf(storeOneTier, { recoveryPoints, stores })).toEqual([]);
  });
});
