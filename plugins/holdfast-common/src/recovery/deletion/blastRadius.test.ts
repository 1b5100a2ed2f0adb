import { Database } from '../../model';
import {
  aCustody,
  anOwnedVolume,
  ownedByDatabase,
} from '../__testUtils__/aCustody';
import {
  aDatabase,
  aPoint,
  aStore,
  aVolume,
  observed,
} from '../__testUtils__/aDatabase';
import { blastRadius } from './blastRadius';
import { ByteFate, DeletionEvent } from './ByteFate';

const snapshotStore = aStore({
  id: 'snapshots',
  method: 'volume-snapshot',
  location: observed('csi-snapshots'),
});

/** What becomes of the volume and of the backups. */
function fates(
  overrides: Partial<Database>,
  event: DeletionEvent,
): Record<string, ByteFate> {
  const database = aDatabase({
    custody: aCustody(),
    volumes: [anOwnedVolume(1)],
    ...overrides,
  });
  return Object.fromEntries(
    blastRadius(database, event).bytes.map(({ kind, fate }) => [kind, fate]),
  );
}

const prunes = (value: 'deletes' | 'asks' | 'keeps') =>
  aCustody({
    delivery: {
      tool: 'flux-kustomization',
      by: observed('flux-system/shop'),
      prunes: observed(value),
    },
  });

describe('when the object leaves Git', () => {
  it.each<[string, Partial<Database>, ByteFate]>([
    ['nothing guards it', {}, 'dies'],
    ['its deliverer deletes nothing', { custody: prunes('keeps') }, 'stays'],
    ['its deliverer asks', { custody: prunes('asks') }, 'asks'],
    [
      'it is marked to be kept',
      { custody: aCustody({ whenRemoved: observed('keeps') }) },
      'stays',
    ],
    [
      'it is marked to be asked for',
      { custody: aCustody({ whenRemoved: observed('asks') }) },
      'asks',
    ],
    [
      'its deliverer was not read',
      {
        custody: aCustody({
          delivery: { tool: 'argo-cd', by: observed('shop') },
        }),
      },
      'unknown',
    ],
    [
      'nothing is marked on it',
      { custody: aCustody({ delivery: undefined }) },
      'unknown',
    ],
    ['its custody was not read', { custody: undefined }, 'unknown'],
    [
      'the volume is retained',
      { volumes: [anOwnedVolume(1, { reclaimPolicy: observed('Retain') })] },
      'stays',
    ],
    [
      'the volume is retained, and its deliverer was not read',
      {
        custody: undefined,
        volumes: [anOwnedVolume(1, { reclaimPolicy: observed('Retain') })],
      },
      'stays',
    ],
    [
      'the reclaim policy was not read',
      { volumes: [anOwnedVolume(1, { reclaimPolicy: undefined })] },
      'unknown',
    ],
    [
      'its deliverer asks, and the reclaim policy was not read',
      {
        custody: prunes('asks'),
        volumes: [anOwnedVolume(1, { reclaimPolicy: undefined })],
      },
      'unknown',
    ],
  ])('its data, where %s: %#', (_, overrides, fate) => {
    expect(fates(overrides, 'leaves-git').volume).toBe(fate);
  });

  it('says each step with the field that decides it', () => {
    const database = aDatabase({
      custody: aCustody(),
      volumes: [anOwnedVolume(1)],
    });
    const [volume] = blastRadius(database, 'leaves-git').bytes;
    expect(
      volume.steps.map(({ reason, evidence }) => [
        reason,
        evidence.map(({ field }) => field),
      ]),
    ).toEqual([
      [
        'The Argo CD Application shop deletes the object of its own accord.',
        ['.metadata.annotations', '.spec.syncPolicy.automated.prune'],
      ],
      [
        'The claim orders-1 goes with its owner.',
        ['.metadata.ownerReferences[0].name'],
      ],
      [
        'The volume of orders-1 is deleted with its claim.',
        ['.spec.persistentVolumeReclaimPolicy'],
      ],
    ]);
  });
});

describe('when the object is deleted', () => {
  const reclaimPolicy = observed('Delete');
  const statefulSet = {
    ...observed('orders'),
    value: { kind: 'StatefulSet', name: 'orders', controller: true },
  };

  it.each<[string, Partial<Database>, ByteFate]>([
    ['it owns the claim', {}, 'dies'],
    // Kubernetes deletes a dependent only once all of its owners are gone.
    [
      'another object owns the claim as well',
      {
        volumes: [
          anOwnedVolume(1, {
            custody: {
              owners: [...ownedByDatabase, statefulSet],
              finalizers: [],
            },
          }),
        ],
      },
      'unknown',
    ],
    [
      'nobody owns the claim, and the operator says nothing',
      { volumes: [aVolume(1, { reclaimPolicy })] },
      'unknown',
    ],
    [
      'the operator keeps the claim',
      {
        custody: aCustody({ claims: observed('keeps') }),
        volumes: [aVolume(1, { reclaimPolicy })],
      },
      'stays',
    ],
    [
      'the operator deletes the claim',
      {
        custody: aCustody({ claims: observed('deletes') }),
        volumes: [aVolume(1, { reclaimPolicy })],
      },
      'dies',
    ],
    [
      'Argo CD is told not to prune it',
      { custody: aCustody({ whenRemoved: observed('keeps') }) },
      'dies',
    ],
  ])('its data, where %s', (_, overrides, fate) => {
    expect(fates(overrides, 'object-deleted').volume).toBe(fate);
  });

  it('names the finalizers that come first', () => {
    const custody = aCustody({
      finalizers: [observed('percona.com/delete-mysql-pvc')],
    });
    const [volume] = blastRadius(
      aDatabase({ custody, volumes: [anOwnedVolume(1)] }),
      'object-deleted',
    ).bytes;
    expect(volume.steps[0].reason).toContain('percona.com/delete-mysql-pvc');
  });
});

// docs/src/appendixes/backup_volumesnapshot.md of CloudNativePG, "Persistence of volume snapshot objects".
describe('its snapshots', () => {
  const snapshots = (
    point: Parameters<typeof aPoint>[0],
  ): Partial<Database> => ({
    stores: [snapshotStore],
    recoveryPoints: [
      aPoint({ method: 'volume-snapshot', storeId: 'snapshots', ...point }),
    ],
  });
  const owned = {
    owners: ownedByDatabase,
    deletedWithObject: observed(true),
  };

  it.each<[DeletionEvent, Parameters<typeof aPoint>[0], ByteFate]>([
    ['object-deleted', owned, 'dies'],
    ['leaves-git', owned, 'dies'],
    ['namespace-deleted', { ...owned, owners: [] }, 'dies'],
    ['object-deleted', { ...owned, owners: [] }, 'stays'],
    [
      'object-deleted',
      { ...owned, deletedWithObject: observed(false) },
      'stays',
    ],
    [
      'namespace-deleted',
      { ...owned, deletedWithObject: observed(false) },
      'stays',
    ],
    ['object-deleted', { ...owned, owners: undefined }, 'unknown'],
    ['object-deleted', { ...owned, deletedWithObject: undefined }, 'unknown'],
    ['claim-deleted', owned, 'stays'],
  ])('%s, with %j: %s', (event, point, fate) => {
    expect(fates(snapshots(point), event).backups).toBe(fate);
  });

  it('are as safe as the safest of them', () => {
    const { recoveryPoints, stores } = snapshots(owned);
    expect(
      fates(
        {
          stores,
          recoveryPoints: [
            ...(recoveryPoints ?? []),
            aPoint({
              method: 'volume-snapshot',
              storeId: 'snapshots',
              owners: [],
              deletedWithObject: observed(true),
            }),
          ],
        },
        'object-deleted',
      ).backups,
    ).toBe('stays');
  });
});

describe('its object store', () => {
  it.each<DeletionEvent>([
    'leaves-git',
    'object-deleted',
    'claim-deleted',
    'namespace-deleted',
  ])('is owned by no object: %s', event => {
    expect(fates({}, event).backups).toBe('stays');
  });

  it('may go with the namespace where it lies in the same cluster', () => {
    const stores = [aStore({ inCluster: observed(true) })];
    expect(fates({ stores }, 'namespace-deleted').backups).toBe('unknown');
  });

  it('is not called safe where nobody knows what it is', () => {
    const stores = [aStore({ location: undefined })];
    expect(fates({ stores }, 'object-deleted').backups).toBe('unknown');
  });
});

it.each([
  ['Delete', 'dies'],
  ['Retain', 'stays'],
])(
  'a claim that is deleted, with the policy %s: the volume %s',
  (policy, fate) => {
    const volumes = [aVolume(1, { reclaimPolicy: observed(policy) })];
    expect(fates({ volumes }, 'claim-deleted').volume).toBe(fate);
    expect(fates({ volumes }, 'namespace-deleted').volume).toBe(fate);
  },
);
