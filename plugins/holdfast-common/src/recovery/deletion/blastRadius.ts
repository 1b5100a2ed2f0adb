import {
  BackupMethod,
  BackupStore,
  Custody,
  Database,
  Evidence,
  RecoveryPoint,
  Volume,
} from '../../model';
import { describeStore } from '../describe';

/**
 * Something that may happen to the objects that a database consists of. `leaves-git`: it is not in the source any more that Argo CD,
 * Flux or Helm bring it from; the others: somebody deletes the object, its claims or its namespace.
 *
 * @public
 */
export type DeletionEvent =
  | 'leaves-git'
  | 'object-deleted'
  | 'claim-deleted'
  | 'namespace-deleted';

/**
 * What becomes of bytes. `asks`: they go once somebody has agreed; `unknown`: a fact that decides is missing.
 *
 * @public
 */
export type ByteFate = 'dies' | 'asks' | 'stays' | 'unknown';

/**
 * One step from what happens to the bytes, with the field that decides it.
 *
 * @public
 */
export interface FateStep {
  fate: ByteFate;
  /** A sentence. */
  reason: string;
  evidence: Evidence[];
}

/**
 * What becomes of one place that holds bytes of the database.
 *
 * @public
 */
export interface BytesAtStake {
  kind: 'volume' | 'backups';
  /** Name of the claim, or where the backups lie. */
  name: string;
  /** What a volume holds. */
  role?: Volume['role'];
  /** {@link BackupStore.id} of backups. */
  storeId?: string;
  fate: ByteFate;
  /** All that has to happen before they are gone, in order; where one of them keeps them, it is the last. */
  steps: FateStep[];
}

/**
 * @public
 */
export interface BlastRadius {
  event: DeletionEvent;
  bytes: BytesAtStake[];
}

/**
 * Tells what becomes of the bytes of a database, live and backed up, when its object leaves Git or is deleted, or its claims or namespace are.
 *
 * @remarks
 * Owner references and finalizers as Kubernetes' garbage collector takes them
 * (https://kubernetes.io/docs/concepts/architecture/garbage-collection/), reclaim policies as
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming has them.
 *
 * @public
 */
export function blastRadius(
  database: Database,
  event: DeletionEvent,
): BlastRadius {
  const start = startOf(database, event);
  return {
    event,
    bytes: [
      ...database.volumes.map(volume =>
        ofVolume(database, volume, event, start),
      ),
      ...storesOf(database).map(store =>
        ofStore(database, store, event, start),
      ),
    ],
  };
}

/** What stands between the event and the deletion of the object itself. */
function startOf(database: Database, event: DeletionEvent): FateStep[] {
  const { custody } = database;
  switch (event) {
    case 'leaves-git':
      return [leaving(custody)];
    case 'object-deleted':
      return (custody?.finalizers ?? []).map(finalizer => ({
        fate: 'dies',
        reason: `The finalizer ${finalizer.value} has to let the object go first.`,
        evidence: [finalizer.evidence],
      }));
    default:
      return [];
  }
}

function leaving(custody: Custody | undefined): FateStep {
  const { delivery, whenRemoved } = custody ?? {};
  if (!custody || !delivery) {
    return {
      fate: 'unknown',
      reason:
        'Nothing on the object says what brings it here, and so what happens when it is not there any more.',
      evidence: [],
    };
  }
  const by = describeDelivery(delivery);
  if (whenRemoved) {
    return whenRemoved.value === 'keeps'
      ? step('stays', `${by} is told to keep the object.`, whenRemoved.evidence)
      : step(
          'asks',
          `${by} is told to ask before it deletes the object.`,
          whenRemoved.evidence,
        );
  }
  const { prunes, by: mark } = delivery;
  if (!prunes) {
    return step(
      'unknown',
      `${by} brings the object, and whether it deletes what leaves Git was not read.`,
      mark.evidence,
    );
  }
  const evidence = [mark.evidence, prunes.evidence];
  switch (prunes.value) {
    case 'keeps':
      return { fate: 'stays', reason: `${by} deletes nothing.`, evidence };
    case 'asks':
      return {
        fate: 'asks',
        reason: `${by} deletes the object only when somebody says so.`,
        evidence,
      };
    default:
      return {
        fate: 'dies',
        reason: `${by} deletes the object of its own accord.`,
        evidence,
      };
  }
}

/** `The Argo CD Application shop`. */
export function describeDelivery({
  tool,
  by,
}: NonNullable<Custody['delivery']>): string {
  const tools = {
    'argo-cd': 'Argo CD Application',
    'flux-kustomization': 'Flux Kustomization',
    'flux-helm-release': 'Flux HelmRelease',
    helm: 'Helm release',
  };
  return `The ${tools[tool]} ${by.value}`;
}

function ofVolume(
  database: Database,
  volume: Volume,
  event: DeletionEvent,
  start: readonly FateStep[],
): BytesAtStake {
  const claimGoes =
    event === 'claim-deleted' || event === 'namespace-deleted'
      ? []
      : [claimStep(database, volume)];
  return {
    kind: 'volume',
    name: volume.claim.name,
    role: volume.role,
    ...followed([...start, ...claimGoes, volumeStep(volume)]),
  };
}

/** What becomes of a claim when the object of the database is deleted. */
function claimStep(database: Database, { claim, custody }: Volume): FateStep {
  const { reference, custody: own } = database;
  const kind = reference.kind.split('.')[0];
  const owners = custody?.owners ?? [];
  const ours = owners.find(
    ({ value }) => value.kind === kind && value.name === reference.name,
  );
  // The garbage collector waits until no owner is left.
  if (ours && owners.length === 1) {
    return step(
      'dies',
      `The claim ${claim.name} goes with its owner.`,
      ours.evidence,
    );
  }
  if (own?.claims && !ours) {
    return own.claims.value === 'deletes'
      ? step('dies', 'Its claims are deleted with it.', own.claims.evidence)
      : step('stays', 'Its claims are kept.', own.claims.evidence);
  }
  const other = owners.find(owner => owner !== ours);
  return {
    fate: 'unknown',
    reason: other
      ? `The claim ${claim.name} goes with ${other.value.kind} ${other.value.name}, and whether that goes is not among the facts.`
      : `Whether the claim ${claim.name} is deleted too is not among the facts.`,
    evidence: other ? [other.evidence] : [],
  };
}

function volumeStep({ claim, reclaimPolicy }: Volume): FateStep {
  if (!reclaimPolicy) {
    return {
      fate: 'unknown',
      reason: `The reclaim policy of the volume of ${claim.name} was not read.`,
      evidence: [],
    };
  }
  return reclaimPolicy.value === 'Retain'
    ? step(
        'stays',
        `The volume of ${claim.name} is retained when its claim is gone.`,
        reclaimPolicy.evidence,
      )
    : step(
        'dies',
        `The volume of ${claim.name} is deleted with its claim.`,
        reclaimPolicy.evidence,
      );
}

/** Where recovery points lie, or are to. */
function storesOf({ stores, recoveryPoints }: Database): BackupStore[] {
  const holding = new Set(recoveryPoints.map(({ storeId }) => storeId));
  return stores.filter(({ id, inUse }) => inUse || holding.has(id));
}

/** What leaves its bytes in the storage of the volumes, behind an object of the cluster. */
const snapshots: ReadonlySet<BackupMethod> = new Set([
  'volume-snapshot',
  'velero-snapshot',
]);

function ofStore(
  database: Database,
  store: BackupStore,
  event: DeletionEvent,
  start: readonly FateStep[],
): BytesAtStake {
  const steps = snapshots.has(store.method)
    ? snapshotSteps(database, store, event, start)
    : [bucketStep(store, event)];
  return {
    kind: 'backups',
    name: describeStore(store),
    storeId: store.id,
    ...followed(steps),
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
    .reduce((best, steps) =>
      safety.indexOf(worstLink(steps)) > safety.indexOf(worstLink(best))
        ? steps
        : best,
    );
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
    ? step(
        'dies',
        `The snapshot ${point.object.name} goes with its owner.`,
        owner.evidence,
      )
    : step(
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
    ? step(
        'dies',
        `The bytes of the snapshot ${object.name} are deleted with it.`,
        deletedWithObject.evidence,
      )
    : step(
        'stays',
        `The bytes of the snapshot ${object.name} are retained.`,
        deletedWithObject.evidence,
      );
}

function bucketStep(store: BackupStore, event: DeletionEvent): FateStep {
  const { inCluster, location, bucket } = store;
  if (inCluster?.value && event === 'namespace-deleted') {
    return step(
      'unknown',
      'The backups lie in the same Kubernetes cluster, and whether in this namespace is not among the facts.',
      inCluster.evidence,
    );
  }
  const place = bucket ?? location;
  return place
    ? step(
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

/** From the worst to the best that can happen to bytes. */
const safety: readonly ByteFate[] = ['dies', 'unknown', 'asks', 'stays'];

/** Bytes are gone when every link holds: one that keeps them keeps them, whatever else is known. */
function worstLink(steps: readonly FateStep[]): ByteFate {
  let safest: ByteFate = 'dies';
  for (const { fate } of steps) {
    if (safety.indexOf(fate) > safety.indexOf(safest)) safest = fate;
  }
  // That somebody is asked before a step that is not known says nothing of the step.
  return safest === 'asks' && steps.some(({ fate }) => fate === 'unknown')
    ? 'unknown'
    : safest;
}

function followed(
  steps: readonly FateStep[],
): Pick<BytesAtStake, 'fate' | 'steps'> {
  const end = steps.findIndex(({ fate }) => fate === 'stays');
  return {
    fate: worstLink(steps),
    steps: end < 0 ? [...steps] : steps.slice(0, end + 1),
  };
}

function step(fate: ByteFate, reason: string, evidence: Evidence): FateStep {
  return { fate, reason, evidence: [evidence] };
}
