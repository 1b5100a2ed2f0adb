import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { timestamp } from './names';

/** A node that instances run on. */
export interface SimulatedNode {
  name: string;
  zone: string;
}

export function nodeObject(
  node: SimulatedNode,
  createdAt: Date,
): KubernetesObject {
  return {
    apiVersion: apiVersionOf(resourceTypes.nodes),
    kind: 'Node',
    metadata: {
      name: node.name,
      creationTimestamp: timestamp(createdAt),
      labels: {
        'kubernetes.io/hostname': node.name,
        'topology.kubernetes.io/zone': node.zone,
        'topology.kubernetes.io/region': node.zone.slice(0, -1),
      },
    },
    spec: {},
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  };
}
