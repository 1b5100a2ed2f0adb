import { anOwnedVolume, ownedByDatabase } from '../../__testUtils__/aCustody';
import { aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { backupsDieToo } from './backups-die-too';

const point = aPoint({
  method: 'volume-snapshot',
  storeId: 'snapshots',
  owners: ownedByDatabase,
  deletedWithObject: observed(true),
});
const owned = {
  stores: [aStore({ id: 'snapshots', method: 'volume-snapshot' })],
  recoveryPoints: [point],
  volumes: [anOwnedVolume(1)],
};

describe('deletion/backups-die-too', () => {
  it('says that nothing would be left', () => {
    expect(findingsOf(backupsDieToo, owned)).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'at-risk',
        message:
          'Deleting Cluster orders deletes the only recovery point with it.',
      },
    ]);
  });

  it.each([
    [
      'there is a store beside them',
      {
        stores: [...owned.stores, aStore()],
        recoveryPoints: [point, aPoint()],
      },
    ],
    [
      'the snapshots are retained',
      { recoveryPoints: [{ ...point, deletedWithObject: observed(false) }] },
    ],
    [
      'nobody knows whose they are',
      { recoveryPoints: [{ ...point, owners: undefined }] },
    ],
    [
      'the volume is retained',
      { volumes: [anOwnedVolume(1, { reclaimPolicy: observed('Retain') })] },
    ],
    ['there is none', { recoveryPoints: [] }],
  ])('is silent where %s', (_, overrides) => {
    expect(findingsOf(backupsDieToo, { ...owned, ...overrides })).toEqual([]);
  });
});
