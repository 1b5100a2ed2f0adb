import {
  Custody,
  Evidence,
  Instant,
  ObjectReference,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  describeCustody,
  Fact,
  factKeyOf,
  FactReader,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import { veleroBackupLabel } from './names';
import { claimKey } from './project';
import {
  volumeSnapshotClasses,
  volumeSnapshotContents,
  volumeSnapshots,
} from './resources';

/** A VolumeSnapshot of a claim, with what its content and its class say. */
export interface Snapshot {
  reference: ObjectReference;
  /** Name of the claim that it was taken of. */
  claim: string;
  state: 'ready' | 'failed' | 'running';
  /** Why it failed. */
  error?: Observed<string>;
  /** When it was asked for. */
  createdAt?: Instant;
  /** When it failed. */
  endedAt?: Instant;
  /** The moment whose bytes it holds. */
  cutAt?: Observed<Instant>;
  /** The VolumeGroupSnapshot that cut it at the same moment as others. */
  group?: string;
  driver?: Observed<string>;
  /** Whether its bytes go when its object is deleted. */
  deletedWithObject?: Observed<boolean>;
  /** Whose deletion takes its object along. */
  owners: Custody['owners'];
  /** The class that it was taken by; the snapshot itself where it names none. */
  definedBy: ObjectReference;
  evidence: Evidence;
}

/**
 * The snapshots of a database's claims that are about nothing but their claim: what an operator, or Velero, has taken is for those to tell.
 */
export function unclaimedSnapshots(input: AssemblyInput): Snapshot[] {
  const facts = input.related.get(qualifiedKind(volumeSnapshots)) ?? [];
  return facts.flatMap(fact => {
    const claim = stringAt(
      fact.data,
      'spec',
      'source',
      'persistentVolumeClaimName',
    );
    return claim !== undefined && isUnclaimed(fact, claim)
      ? describeSnapshot(input, fact, claim)
      : [];
  });
}

function isUnclaimed(fact: Fact, claim: string): boolean {
  const own = claimKey(fact.namespace, claim);
  return (
    fact.subjects.every(subject => subject === own) &&
    stringAt(fact.data, 'metadata', 'labels', veleroBackupLabel) === undefined
  );
}

function describeSnapshot(
  input: AssemblyInput,
  fact: Fact,
  claim: string,
): Snapshot {
  const snapshot = new FactReader(input.cluster, fact);
  const content = contentOf(input, snapshot);
  const snapshotClass = classOf(input, snapshot);
  const ready = snapshot.boolean('status', 'readyToUse');
  const problem =
    ready?.value === true
      ? lostContent(input, snapshot, content)
      : snapshot.string('status', 'error', 'message');
  return {
    reference: snapshot.reference,
    claim,
    state: stateOf(ready?.value, problem),
    error: problem,
    createdAt: fact.createdAt,
    endedAt: snapshot.instant('status', 'error', 'time')?.value,
    cutAt:
      snapshot.instant('status', 'creationTime') ??
      content?.parse(instantOfNanoseconds, 'status', 'creationTime'),
    group: snapshot.string('status', 'volumeGroupSnapshotName')?.value,
    driver:
      content?.string('spec', 'driver') ?? snapshotClass?.string('driver'),
    deletedWithObject: deletionOf(input, fact),
    owners: describeCustody(input, fact).owners,
    definedBy: snapshotClass?.reference ?? snapshot.reference,
    evidence: snapshot.evidence(['status', 'readyToUse'], ready?.value),
  };
}

/**
 * Whether the bytes of VolumeSnapshots that are worth something only together go with their objects: one of them is enough. The content says so
 * or, as long as that cannot be read, the class.
 */
export function deletedWithSnapshots(
  input: AssemblyInput,
  facts: readonly Fact[],
): Observed<boolean> | undefined {
  return worstPolicy(facts.map(fact => deletionOf(input, fact)));
}

/** One that goes spoils the set. */
export function worstPolicy(
  policies: ReadonlyArray<Observed<boolean> | undefined>,
): Observed<boolean> | undefined {
  return (
    policies.find(policy => policy?.value) ??
    (policies.includes(undefined) ? undefined : policies[0])
  );
}

function deletionOf(
  input: AssemblyInput,
  fact: Fact,
): Observed<boolean> | undefined {
  const snapshot = new FactReader(input.cluster, fact);
  const policy =
    contentOf(input, snapshot)?.string('spec', 'deletionPolicy') ??
    classOf(input, snapshot)?.string('deletionPolicy');
  return policy && { ...policy, value: policy.value !== 'Retain' };
}

function contentOf(
  input: AssemblyInput,
  snapshot: FactReader,
): FactReader | undefined {
  return readNeed(
    input,
    volumeSnapshotContents,
    snapshot.string('status', 'boundVolumeSnapshotContentName')?.value,
  );
}

function classOf(
  input: AssemblyInput,
  snapshot: FactReader,
): FactReader | undefined {
  return readNeed(
    input,
    volumeSnapshotClasses,
    snapshot.string('spec', 'volumeSnapshotClassName')?.value,
  );
}

function stateOf(
  ready: boolean | undefined,
  problem: Observed<string> | undefined,
): Snapshot['state'] {
  if (problem) return 'failed';
  return ready === true ? 'ready' : 'running';
}

function readNeed(
  { cluster, find }: AssemblyInput,
  resource: WatchedResource,
  name: string | undefined,
): FactReader | undefined {
  const fact =
    name === undefined
      ? undefined
      : find(factKeyOf({ kind: qualifiedKind(resource), name }));
  return fact && new FactReader(cluster, fact);
}

/**
 * Why a snapshot that calls itself ready holds nothing: whoever uses one has to see that it and its content name each other (VolumeSnapshotStatus in
 * `client/apis/volumesnapshot/v1/types.go` of kubernetes-csi/external-snapshotter).
 */
function lostContent(
  input: AssemblyInput,
  snapshot: FactReader,
  content: FactReader | undefined,
): Observed<string> | undefined {
  const bound = snapshot.string('status', 'boundVolumeSnapshotContentName');
  if (!bound) return undefined;
  if (!content) {
    const isRead = !input.unread.some(
      ({ kind }) => kind === qualifiedKind(volumeSnapshotContents),
    );
    return isRead
      ? {
          ...bound,
          value: `its VolumeSnapshotContent ${bound.value} does not exist`,
        }
      : undefined;
  }
  const { namespace, name } = snapshot.reference;
  const bindsBack =
    content.string('spec', 'volumeSnapshotRef', 'name')?.value === name &&
    content.string('spec', 'volumeSnapshotRef', 'namespace')?.value ===
      namespace;
  return bindsBack
    ? undefined
    : {
        ...bound,
        value: `its VolumeSnapshotContent ${bound.value} belongs to another snapshot`,
      };
}

/** The time as a CSI driver tells it, in nanoseconds since the epoch. */
function instantOfNanoseconds(text: string): Instant {
  return new Date(Number(text) / 1e6).toISOString();
}
