import { BackupStore, Database, RecoveryPoint } from '../../model';
import { leavesBytesBesideVolumes } from '../backups/isBesideVolumes';
import { describeStore } from '../describe';
import { BytesAtStake, DeletionEvent, FateStep } from './ByteFate';
import { fateStep, followSteps, isSafer } from './fateSteps';

/** Where recovery points lie, or are to. */
export function storesAtStake({
  stores,
  recoveryPoints,
}: Database): BackupStore[] {
  const holding = new Set(recoveryPoints.map(({ storeId }) => storeId));
  return stores.filter(({ id, inUse }) => inUse || holding.has(id));
}

/** Tells what becomes of the bytes of a store. */
export function fateOfStore(
  database: Database,
  store: BackupStore,
  event: DeletionEvent,
  start: readonly FateStep[],
): BytesAtStake {
  const steps = leavesBytesBesideVolumes(store.method)
    ? snapshotSteps(database, store, event, start)
    : [bucketStep(store, event)];
  return {
    kind: 'backups',
    name: describeStore(store),
    storeId: store.id,
    ...followSteps(steps),
  };
}

function snapshotSteps(
  database: Database,
  store: BackupStore,
  event: DeletionEvent,
  start: readonly FateStep[],
): FateStep[] {
  const points = database.recoveryPoints.filter(
    ({ storeId }) => storeId === store.id,
  );
  if (event === 'claim-deleted') {
    return [
      {
        fate: 'stays',
        reason: 'Snapshots do not go with the claim that they were taken of.',
        evidence: [],
      },
    ];
  }
  if (points.length === 0) {
    return [
      { fate: 'unknown', reason: 'There is no snapshot yet.', evidence: [] },
    ];
  }
  // As safe as the safest of them.
  return points
    .map(point => [
      ...(event === 'namespace-deleted'
        ? []
        : [...start, ownerStep(database, point)]),
      policyStep(point),
    ])
    .reduce((best, steps) => (isSafer(steps, best) ? steps : best));
}

function ownerStep(database: Database, point: RecoveryPoint): FateStep {
  const { reference } = database;
  if (!point.owners) {
    return {
      fate: 'unknown',
      reason: `Who owns the snapshot ${point.object.name} was not read.`,
      evidence: [],
    };
  }
  const kind = reference.kind.split('.')[0];
  const owner = point.owners.find(
    ({ value }) => value.kind === kind && value.name === reference.name,
  );
  return owner
    ? fateStep(
        'dies',
        `The snapshot ${point.object.name} goes with its owner.`,
        owner.evidence,
      )
    : fateStep(
        'stays',
        `The database does not own the snapshot ${point.object.name}.`,
        point.evidence,
      );
}

function policyStep({ object, deletedWithObject }: RecoveryPoint): FateStep {
  if (!deletedWithObject) {
    return {
      fate: 'unknown',
      reason: `The deletion policy of the snapshot ${object.name} was not read.`,
      evidence: [],
    };
  }
  return deletedWithObject.value
    ? fateStep(
        'dies',
        `The bytes of the snapshot ${object.name} are deleted with it.`,
        deletedWithObject.evidence,
      )
    : fateStep(
        'stays',
        `The bytes of the snapshot ${object.name} are retained.`,
        deletedWithObject.evidence,
      );
}

function bucketStep(store: BackupStore, event: DeletionEvent): FateStep {
  const { inCluster, location, bucket } = store;
  if (inCluster?.value && event === 'namespace-deleted') {
    return fateStep(
      'unknown',
      'The backups lie in the same Kubernetes cluster, and whether in this namespace is not among the facts.',
      inCluster.evidence,
    );
  }
  const place = bucket ?? location;
  return place
    ? fateStep(
        'stays',
        'No object of the database owns what is stored there.',
        place.evidence,
      )
    : {
        fate: 'unknown',
        reason: 'Where the backups lie is not among the facts.',
        evidence: [],
      };
}
