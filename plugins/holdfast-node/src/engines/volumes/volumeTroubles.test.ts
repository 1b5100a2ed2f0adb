import { JsonObject } from '@backstage/types';
import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../engine';
import {
  server,
  serverClaim,
  serverEngine,
} from './__testUtils__/serverEngine';
import { volumesEngine } from './volumesEngine';

const engines = Engines.create([serverEngine, volumesEngine]);
const since = '2026-11-20T17:30:00Z';

function volumeOf(
  status: JsonObject,
  options: {
    spec?: JsonObject;
    others?: KubernetesObject[];
    unread?: Array<Pick<MissingFacts, 'kind' | 'reason' | 'message'>>;
  } = {},
) {
  const { spec = { storageClassName: 'fast' }, others = [], unread } = options;
  const [{ volumes }] = describeDatabases({
    engines,
    cluster: 'lab',
    objects: [server, serverClaim('data-shop-0', { spec, status }), ...others],
    unread,
  });
  return volumes[0];
}

const classWith = (
  volumeBindingMode: string,
  provisioner = 'ebs.csi.aws.com',
): KubernetesObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast', uid: 'uid-of-class' },
  provisioner,
  volumeBindingMode,
});

function podWith(status: JsonObject, nodeName?: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shop-0', namespace: 'default', uid: 'uid-of-pod' },
    spec: {
      ...(nodeName && { nodeName }),
      volumes: [
        { name: 'scratch', emptyDir: {} },
        { name: 'data', persistentVolumeClaim: { claimName: 'data-shop-0' } },
      ],
    },
    status: { phase: 'Pending', ...status },
  };
}

const unscheduled = (message: string) =>
  podWith({
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
        lastTransitionTime: since,
      },
    ],
  });
const condition = (type: string, message = 'why') => ({
  type,
  status: 'True',
  message,
  lastTransitionTime: since,
});
const forbidden = (kind: string) => ({
  kind,
  reason: 'forbidden' as const,
  message: 'no',
});

it('a claim that is bound and used has none', () => {
  expect(volumeOf({ phase: 'Bound' }).troubles).toEqual([]);
  const running = podWith({ phase: 'Running' }, 'node-1');
  expect(volumeOf({ phase: 'Bound' }, { others: [running] }).troubles).toEqual(
    [],
  );
});

// Binding modes: "Volume Binding Mode" in the Kubernetes documentation of storage classes; a claim without class gets the default one, if there is
// one, even later ("Retroactive default StorageClass assignment").
describe('a claim that is pending', () => {
  const pending = { phase: 'Pending' };
  const waiting = unscheduled(
    "0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind.",
  );
  it.each<[string, Parameters<typeof volumeOf>[1], string | undefined]>([
    ['names no class', { spec: {} }, 'no-class'],
    ['names a class that is not there', {}, 'class-missing'],
    [
      'names one that may not be read',
      { unread: [forbidden('StorageClass.storage.k8s.io')] },
      undefined,
    ],
    [
      'waits for its driver',
      { others: [classWith('Immediate')] },
      'provisioner',
    ],
    [
      'waits for somebody to make a volume',
      { others: [classWith('Immediate', 'kubernetes.io/no-provisioner')] },
      'no-volume',
    ],
    [
      'waits for a pod',
      { others: [classWith('WaitForFirstConsumer')] },
      'no-consumer',
    ],
    [
      'waits for a pod that finds no node',
      { others: [classWith('WaitForFirstConsumer'), waiting] },
      'unschedulable',
    ],
    [
      'waits for a pod that may not be read',
      {
        others: [classWith('WaitForFirstConsumer')],
        unread: [forbidden('Pod')],
      },
      undefined,
    ],
  ])('%s', (_, options, cause) => {
    const { troubles } = volumeOf(pending, options);
    expect(troubles).toMatchObject([
      {
        kind: 'binding',
        since: '2026-11-20T17:00:00Z',
        evidence: { field: '.status.phase', value: 'Pending' },
      },
    ]);
    expect(troubles?.[0].cause).toBe(cause);
  });

  it('is told in the words of the scheduler', () => {
    expect(
      volumeOf(pending, {
        others: [classWith('WaitForFirstConsumer'), waiting],
      }).troubles,
    ).toMatchObject([
      { message: expect.stringContaining('available persistent volumes') },
    ]);
  });
});

// ClaimLost in staging/src/k8s.io/api/core/v1/types.go of Kubernetes.
it('a claim may have lost its volume', () => {
  expect(volumeOf({ phase: 'Lost' }).troubles).toMatchObject([
    { kind: 'lost', evidence: { value: 'Lost' } },
  ]);
});

// Conditions and statuses: PersistentVolumeClaimConditionType, ClaimResourceStatus and PersistentVolumeClaimModifyVolumeStatus in the same file.
it.each<[JsonObject, object]>([
  [
    { conditions: [condition('ControllerResizeError')] },
    { kind: 'expansion', since, message: 'why' },
  ],
  [
    { conditions: [condition('NodeResizeError')] },
    { kind: 'expansion', since, message: 'why' },
  ],
  [
    { allocatedResourceStatuses: { storage: 'ControllerResizeInfeasible' } },
    {
      kind: 'expansion',
      cause: 'infeasible',
      evidence: { field: '.status.allocatedResourceStatuses.storage' },
    },
  ],
  [
    { conditions: [condition('FileSystemResizePending')] },
    { kind: 'expansion', cause: 'node-pending', since },
  ],
  [
    { conditions: [condition('ModifyVolumeError')] },
    { kind: 'modification', since, message: 'why' },
  ],
  [
    {
      modifyVolumeStatus: {
        status: 'Infeasible',
        targetVolumeAttributesClassName: 'gold',
      },
    },
    { kind: 'modification', cause: 'infeasible' },
  ],
  [
    {
      modifyVolumeStatus: {
        status: 'Pending',
        targetVolumeAttributesClassName: 'gold',
      },
    },
    { kind: 'modification', cause: 'class-missing' },
  ],
])('%j is trouble', (status, trouble) => {
  expect(volumeOf({ phase: 'Bound', ...status }).troubles).toMatchObject([
    trouble,
  ]);
});

it.each<[JsonObject]>([
  [{ conditions: [condition('Resizing')] }],
  [{ conditions: [condition('ModifyingVolume')] }],
  [{ conditions: [{ ...condition('NodeResizeError'), status: 'False' }] }],
  [{ allocatedResourceStatuses: { storage: 'NodeResizeInProgress' } }],
])('%j goes on by itself', status => {
  expect(volumeOf({ phase: 'Bound', ...status }).troubles).toEqual([]);
});

// The scheduler's words: ErrReason constants under pkg/scheduler/framework/plugins of Kubernetes.
it.each([
  [
    '0/3 nodes are available: 3 node(s) had volume node affinity conflict.',
    'topology',
  ],
  [
    '0/3 nodes are available: 1 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode.',
    'in-use',
  ],
  [
    '0/3 nodes are available: 3 node(s) exceed max volume count.',
    'attach-limit',
  ],
  [
    '0/3 nodes are available: 3 node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s), PersistentVolume.',
    'unschedulable',
  ],
])('a pod that may not be scheduled: %s', (message, cause) => {
  expect(
    volumeOf({ phase: 'Bound' }, { others: [unscheduled(message)] }).troubles,
  ).toMatchObject([
    {
      kind: 'mount',
      cause,
      since,
      message,
      evidence: { object: { kind: 'Pod', name: 'shop-0' } },
    },
  ]);
});

it('what the scheduler says of processors is no trouble of volumes', () => {
  const others = [unscheduled('0/3 nodes are available: 3 Insufficient cpu.')];
  expect(volumeOf({ phase: 'Bound' }, { others }).troubles).toEqual([]);
});

// "Pod has a sandbox and network": PodReadyToStartContainers in "Pod Lifecycle"; the kubelet mounts volumes before (SyncPod in
// pkg/kubelet/kubelet.go).
it.each([
  ['False', 'Pending', 'node-1', ['mount not-started']],
  ['True', 'Pending', 'node-1', []],
  // A pod that has ended has no sandbox any more.
  ['False', 'Succeeded', 'node-1', []],
  ['False', 'Pending', undefined, []],
])('a pod with sandbox %s that is %s on %s', (status, phase, node, found) => {
  const pod = podWith(
    {
      phase,
      conditions: [
        {
          type: 'PodReadyToStartContainers',
          status,
          lastTransitionTime: since,
        },
      ],
    },
    node,
  );
  const { troubles } = volumeOf({ phase: 'Bound' }, { others: [pod] });
  expect(troubles?.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual(found);
});

// KEP-5541: True while no pod that has not ended names the claim; the transition is the time since when.
it.each([
  ['True', since],
  ['False', undefined],
])('a claim that is unused: %s', (status, value) => {
  const { unusedSince } = volumeOf({
    phase: 'Bound',
    conditions: [{ ...condition('Unused'), status }],
  });
  expect(unusedSince?.value).toBe(value);
});

it('access modes are those that the claim asks for', () => {
  const accessModes = ['ReadWriteOnce', 'ReadOnlyMany'];
  expect(
    volumeOf({ phase: 'Bound' }, { spec: { accessModes } }).accessModes,
  ).toMatchObject({
    value: 'ReadWriteOnce, ReadOnlyMany',
    evidence: { field: '.spec.accessModes' },
  });
});
