import {
  Observed,
  VolumeTrouble,
  VolumeTroubleCause,
} from '@holdfast/plugin-holdfast-common';
import { Condition, FactReader } from '../../engine';

/** What is read to tell why a volume cannot be used. */
export interface TroubledVolume {
  claim: FactReader;
  claimedAt?: string;
  storageClass?: FactReader;
  /** Whether the class that it names is known not to exist. */
  classMissing: boolean;
  /** Whether the class of attributes that it is to get is known not to exist. */
  attributesMissing: boolean;
  /** Those that mount it; undefined when pods could not be read. */
  pods?: readonly FactReader[];
}

/**
 * What goes wrong with a volume, newest first, by what Kubernetes writes into the claim and into the pods that use it. Events would say
 * more, but they are gone after an hour, and are not read.
 */
export function describeTroubles(volume: TroubledVolume): VolumeTrouble[] {
  const troubles = [
    ...binding(volume),
    ...expansion(volume),
    ...modification(volume),
    ...mounting(volume),
  ];
  return troubles.sort((one, other) =>
    (other.since ?? '').localeCompare(one.since ?? ''),
  );
}

function binding(volume: TroubledVolume): VolumeTrouble[] {
  const { claim, claimedAt, pods } = volume;
  const phase = claim.string('status', 'phase');
  // ClaimLost in core/v1: the volume does not exist any longer, and the data on it is lost.
  if (phase?.value === 'Lost') {
    return [{ kind: 'lost', evidence: phase.evidence }];
  }
  if (phase?.value !== 'Pending') return [];
  const waiting = pods?.flatMap(pod => unscheduled(pod) ?? [])[0];
  return [
    trouble('binding', {
      cause: causeOfPending(volume, waiting),
      since: claimedAt,
      message: waiting?.message?.value,
      evidence: phase.evidence,
    }),
  ];
}

function causeOfPending(
  { claim, storageClass, classMissing, pods }: TroubledVolume,
  waiting: Condition | undefined,
): VolumeTroubleCause | undefined {
  if (claim.string('spec', 'storageClassName') === undefined) return 'no-class';
  if (classMissing) return 'class-missing';
  if (!storageClass) return undefined;
  const mode = storageClass.string('volumeBindingMode')?.value;
  if (mode === 'WaitForFirstConsumer') {
    if (waiting) return 'unschedulable';
    if (pods?.length === 0) return 'no-consumer';
  }
  const provisioner = storageClass.string('provisioner')?.value;
  if (provisioner === 'kubernetes.io/no-provisioner') return 'no-volume';
  return pods === undefined && mode === 'WaitForFirstConsumer'
    ? undefined
    : 'provisioner';
}

function expansion({ claim }: TroubledVolume): VolumeTrouble[] {
  const status = claim.string('status', 'allocatedResourceStatuses', 'storage');
  const refusal = status?.value.endsWith('ResizeInfeasible')
    ? status
    : undefined;
  const failed = raised(claim, 'ControllerResizeError', 'NodeResizeError');
  const pending = raised(claim, 'FileSystemResizePending');
  return worst('expansion', [
    { cause: 'infeasible', found: refusal, told: failed },
    { found: failed?.status, told: failed },
    { cause: 'node-pending', found: pending?.status, told: pending },
  ]);
}

function modification(volume: TroubledVolume): VolumeTrouble[] {
  const { claim, attributesMissing } = volume;
  const status = claim.string('status', 'modifyVolumeStatus', 'status');
  const failed = raised(claim, 'ModifyVolumeError');
  const isAt = (value: string) =>
    status?.value === value ? status : undefined;
  return worst('modification', [
    { cause: 'infeasible', found: isAt('Infeasible'), told: failed },
    {
      // It waits for something unmet, such as a class that does not exist (PersistentVolumeClaimModifyVolumePending in core/v1).
      cause: 'class-missing',
      found: attributesMissing ? isAt('Pending') : undefined,
      told: failed,
    },
    { found: failed?.status, told: failed },
  ]);
}

/** The first that was found, in the words of the condition that tells of it. */
function worst(
  kind: VolumeTrouble['kind'],
  candidates: ReadonlyArray<{
    cause?: VolumeTroubleCause;
    found?: Observed<string>;
    told?: Condition;
  }>,
): VolumeTrouble[] {
  for (const { cause, found, told } of candidates) {
    if (found) {
      return [
        trouble(kind, {
          cause,
          since: told?.since,
          message: told?.message?.value,
          evidence: found.evidence,
        }),
      ];
    }
  }
  return [];
}

/** Only of a claim that is bound: before that, a pod waits for the claim and not the other way round. */
function mounting({ claim, pods = [] }: TroubledVolume): VolumeTrouble[] {
  if (claim.string('status', 'phase')?.value !== 'Bound') return [];
  return pods.flatMap(pod => {
    if (pod.string('status', 'phase')?.value !== 'Pending') return [];
    const waiting = unscheduled(pod);
    if (waiting) {
      const { message } = waiting;
      return message
        ? trouble('mount', {
            cause: causeOfScheduler(message.value),
            since: waiting.since,
            message: message.value,
            evidence: message.evidence,
          })
        : [];
    }
    // The kubelet mounts all volumes before it makes the sandbox whose being there is this condition (`SyncPod` in pkg/kubelet/kubelet.go).
    const started = lowered(pod, 'PodReadyToStartContainers');
    return started && pod.string('spec', 'nodeName')
      ? trouble('mount', {
          cause: 'not-started',
          since: started.since,
          message: started.message?.value,
          evidence: started.status.evidence,
        })
      : [];
  });
}

/** The scheduler's reasons: `ErrReason...` in its plugins volumebinding, volumezone, volumerestrictions and nodevolumelimits. */
function causeOfScheduler(message: string): VolumeTroubleCause {
  if (/volume node affinity conflict|no available volume zone/.test(message)) {
    return 'topology';
  }
  if (/ReadWriteOncePod access mode/.test(message)) return 'in-use';
  return /exceed max volume count/.test(message)
    ? 'attach-limit'
    : 'unschedulable';
}

/** Without the parts that nobody knows. */
function trouble(
  kind: VolumeTrouble['kind'],
  { cause, since, message, evidence }: Omit<VolumeTrouble, 'kind'>,
): VolumeTrouble {
  return {
    kind,
    ...(cause && { cause }),
    ...(since !== undefined && { since }),
    ...(message !== undefined && { message }),
    evidence,
  };
}

function unscheduled(pod: FactReader): Condition | undefined {
  return lowered(pod, 'PodScheduled');
}

function raised(
  reader: FactReader,
  ...types: readonly string[]
): Condition | undefined {
  return types
    .map(type => reader.condition(type))
    .find(condition => condition?.status.value === 'True');
}

function lowered(reader: FactReader, type: string): Condition | undefined {
  const condition = reader.condition(type);
  return condition?.status.value === 'False' ? condition : undefined;
}
