import { ClusterState } from '@holdfast/plugin-holdfast-common';
import {
  ClusterState as ClusterRecord,
  ResourceState,
} from '../inventory/ClusterState';

type ResourceItem = ClusterState['resources'][number];

/**
 * The state of a cluster as the API shows it.
 */
export function clusterStateOf(options: {
  state: ClusterRecord;
  databases: number;
  metrics: ClusterState['metrics'];
}): ClusterState {
  const { state, databases, metrics } = options;
  const { contact, resources } = state;
  const completions = resources.map(resource => resource.lastCompleteSyncAt);
  return {
    name: state.name,
    state: stateOf(state),
    since: contact.since,
    lastContactAt: contact.lastContactAt,
    // All of a cluster is as old as what was read longest ago.
    lastCompleteSyncAt: completions.includes(undefined)
      ? undefined
      : completions.sort()[0],
    reason: contact.error?.message,
    databases,
    metrics,
    resources: resources.map(resourceItem),
  };
}

function stateOf({ contact, resources }: ClusterRecord): ClusterState['state'] {
  switch (contact.state) {
    case 'pending':
      return 'connecting';
    case 'live':
      return resources.every(isReadOrRefused) ? 'live' : 'synchronising';
    default:
      return 'lost';
  }
}

function isReadOrRefused(resource: ResourceState): boolean {
  return (
    resource.lastCompleteSyncAt !== undefined ||
    resource.phase === 'forbidden' ||
    resource.phase === 'absent'
  );
}

const phases: Record<ResourceState['phase'], ResourceItem['state']> = {
  waiting: 'pending',
  listing: 'listing',
  watching: 'watching',
  retrying: 'waiting',
  forbidden: 'forbidden',
  absent: 'absent',
};

function resourceItem(resource: ResourceState): ResourceItem {
  return {
    kind: resource.kind,
    state: phases[resource.phase],
    objects: resource.objectCount,
    lastEventAt: resource.lastEventAt,
    lastCompleteSyncAt: resource.lastCompleteSyncAt,
    error: resource.error?.message,
  };
}
