import { Connection, ConnectionGap } from '@holdfast/plugin-holdfast-common';
import { WatchedResource } from '../../../engine';
import { ClusterFacts } from '../ClusterFacts';
import { databaseRoles, logicalDatabases, poolers } from '../resources';
import { describeRole } from '../role';
import { describeLogicalDatabases } from './databases';
import { describeLoginRoles } from './loginRoles';
import { describePoolers } from './poolers';
import { describeServices } from './services';

const areas: ReadonlyArray<[WatchedResource, ConnectionGap['area']]> = [
  [poolers, 'pools'],
  [logicalDatabases, 'databases'],
  [databaseRoles, 'roles'],
];

/**
 * How to connect to a Cluster. Secrets are not read: their names and keys are the operator's conventions, and what objects name.
 */
export function describeConnection(facts: ClusterFacts): Connection {
  const follows =
    describeRole(facts).value === 'replica-cluster'
      ? facts.cluster.string('spec', 'replica', 'source')?.value
      : undefined;
  return {
    endpoints: [...describeServices(facts), ...describePoolers(facts)],
    databases: describeLogicalDatabases(facts),
    roles: describeLoginRoles(facts),
    ...(follows !== undefined && { follows }),
    gaps: areas.flatMap(([resource, area]) => gapOf(facts, resource, area)),
  };
}

/** A kind that the API server does not know has no objects, so nothing is missing; older operators have no DatabaseRole. */
function gapOf(
  facts: ClusterFacts,
  resource: WatchedResource,
  area: ConnectionGap['area'],
): ConnectionGap[] {
  const unread = facts.unread(resource);
  return unread && unread.reason !== 'absent' ? [{ area, ...unread }] : [];
}
