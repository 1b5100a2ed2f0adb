import { resourceTypes, ResourceType } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { SimulatedNode } from '../../postgresql/SimulatedNode';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';

/** A volume of a pod, by the name that the pod gives it. */
export interface PodVolume {
  name: string;
  /** Where `claim` and `hostPath` are absent it is an `emptyDir`. */
  claim?: string;
  hostPath?: string;
}

export interface PodParts {
  name: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  owner: readonly [type: ResourceType | 'ReplicaSet', name: string];
  container: { name: string; image: string; args?: string[] };
  volumes: readonly PodVolume[];
  node: SimulatedNode;
  startedAt: Date;
  /** It waits for a volume, and is on no node. */
  waiting?: string;
  /** Of a pod that has run to its end. */
  ended?: { at: Date; failed: boolean; message?: string };
}

/** A pod as the kubelet reports it. */
export function podObject(site: Site, parts: PodParts): TypedObject {
  const { name, labels, annotations, container, volumes, node } = parts;
  return site.object(resourceTypes.pods, {
    name,
    labels,
    annotations,
    createdAt: parts.startedAt,
    metadata: { ownerReferences: [ownerOf(site, parts)] },
    body: {
      spec: {
        containers: [
          {
            ...container,
            volumeMounts: volumes.map(volume => ({
              name: volume.name,
              mountPath: `/${volume.name}`,
            })),
          },
        ],
        ...(!parts.waiting && { nodeName: node.name }),
        restartPolicy: parts.ended ? 'Never' : 'Always',
        volumes: volumes.map(podVolume),
      },
      status: {
        ...statusOf(parts),
        podIP: ipOf(site, name),
        startTime: timestamp(parts.startedAt),
      },
    },
  });
}

/** An address within the cluster, the same for every pod of that name. */
export function ipOf(site: Site, pod: string): string {
  return `10.43.${site.seed(pod, 250) + 1}.${
    site.seed(`${pod} host`, 250) + 1
  }`;
}

/** As it stands in a pod, or in the template of one. */
export function podVolume({
  name,
  claim,
  hostPath,
}: PodVolume): Record<string, unknown> {
  if (claim !== undefined) {
    return { name, persistentVolumeClaim: { claimName: claim } };
  }
  return hostPath === undefined
    ? { name, emptyDir: {} }
    : { name, hostPath: { path: hostPath, type: 'DirectoryOrCreate' } };
}

/** A Deployment owns its pods through a ReplicaSet, which nobody reads and which is not there. */
function ownerOf(site: Site, { owner: [type, name] }: PodParts) {
  return type === 'ReplicaSet'
    ? {
        ...site.ownerReference(resourceTypes.deployments, name),
        kind: 'ReplicaSet',
      }
    : site.ownerReference(type, name);
}

function statusOf({ startedAt, ended, waiting, container }: PodParts) {
  if (waiting) {
    return {
      phase: 'Pending',
      conditions: [
        {
          ...condition('PodScheduled', false, startedAt),
          reason: 'Unschedulable',
          message: waiting,
        },
      ],
    };
  }
  if (!ended) {
    return {
      phase: 'Running',
      conditions: [
        'PodReadyToStartContainers',
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(type => condition(type, true, startedAt)),
    };
  }
  const { at, failed, message } = ended;
  return {
    phase: failed ? 'Failed' : 'Succeeded',
    containerStatuses: [
      {
        name: container.name,
        ready: false,
        restartCount: 0,
        state: {
          terminated: {
            exitCode: failed ? 1 : 0,
            reason: failed ? 'Error' : 'Completed',
            startedAt: timestamp(startedAt),
            finishedAt: timestamp(at),
            ...(message !== undefined && { message }),
          },
        },
      },
    ],
  };
}

function condition(type: string, holds: boolean, since: Date) {
  return {
    type,
    status: holds ? 'True' : 'False',
    lastTransitionTime: timestamp(since),
  };
}
