import { Database, Observed, Volume } from '@holdfast/plugin-holdfast-common';
import { factKeyOf, qualifiedKind } from '../../engine';
import { persistentVolumeClaims } from '../volumes/resources';
import { claimsOf } from './project';
import { deployments } from './resources';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * The claims of the pods that are asked for, as far as they were read; the one that the data directory lies on holds the data.
 */
export function describeVolumes(facts: WorkloadFacts): Volume[] {
  const { input, server, expectedPods } = facts;
  return claimsOf(server, expectedPods).flatMap(({ claim, pod, source }) => {
    const volume = input.volumes.get(
      factKeyOf({
        kind: qualifiedKind(persistentVolumeClaims),
        namespace: input.root.namespace,
        name: claim,
      }),
    );
    const isData = source === server.data;
    return volume
      ? {
          ...volume,
          ...(pod !== undefined && { instance: pod }),
          role: isData ? ('data' as const) : ('other' as const),
        }
      : [];
  });
}

/** What each pod is asked to hold: by its template, else by its claim. */
export function requestedStorage(
  { workload, server }: WorkloadFacts,
  volumes: readonly Volume[],
): Observed<number> | undefined {
  return server.data?.kind === 'template'
    ? workload.bytes(
        ...server.data.path,
        'spec',
        'resources',
        'requests',
        'storage',
      )
    : volumes.find(({ role }) => role === 'data')?.requestedBytes;
}

/** What the data lies on where it lies on no claim. */
export function describeUnclaimed({
  workload,
  server,
}: WorkloadFacts): Database['unclaimed'] {
  const { data, container } = server;
  if (!data) {
    return workload.derive('pod' as const, [
      'spec',
      'template',
      'spec',
      'containers',
      container,
      'volumeMounts',
    ]);
  }
  return data.kind === 'claim' || data.kind === 'template'
    ? undefined
    : workload.derive(data.kind, data.path, data.what);
}

/**
 * Whether a Deployment starts a pod before the one that it takes the place of has ended, with both on one claim: unless told otherwise, it adds a
 * quarter of its pods, and at least one (apps/v1 RollingUpdateDeployment).
 */
export function describeOverlap({
  input,
  workload,
  server,
}: WorkloadFacts): Observed<boolean> | undefined {
  const isDeployment = input.root.kind === qualifiedKind(deployments);
  if (!isDeployment || server.data?.kind !== 'claim') return undefined;
  const type = workload.string('spec', 'strategy', 'type');
  if (type && type.value !== 'RollingUpdate') {
    return { ...type, value: false };
  }
  const path = ['spec', 'strategy', 'rollingUpdate', 'maxSurge'];
  const surge = workload.string(...path) ?? workload.number(...path);
  return surge && Number.parseInt(String(surge.value), 10) === 0
    ? { ...surge, value: false }
    : workload.derive(true, ['spec', 'strategy', 'type'], type?.value);
}
