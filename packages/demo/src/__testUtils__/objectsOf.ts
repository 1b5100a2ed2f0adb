import { KubernetesObject as ReadObject } from '@holdfast/plugin-holdfast-node';
import { resourceTypes, SimulatedCluster } from '../kubernetes';

/** All objects of a simulated cluster, as they come over the wire. */
export function objectsOf({ objects }: SimulatedCluster): ReadObject[] {
  return Object.values(resourceTypes).flatMap(type =>
    objects.list(type).map(object => JSON.parse(JSON.stringify(object))),
  );
}
