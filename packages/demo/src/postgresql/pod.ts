import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { claimsOf } from './claim';
import { instanceAnnotations, instanceLabels } from './instanceLabels';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';

/** The Pod of an instance that runs. A fence stops PostgreSQL in it and leaves the pod. */
export function podObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): KubernetesObject {
  const { namespace, stoppedSince } = database;
  const ready = database.readyInstances.includes(instance);
  const starting = !ready && !stoppedSince;
  const since = ready
    ? instance.readySince
    : stoppedSince ?? instance.startedAt;
  return {
    apiVersion: apiVersionOf(resourceTypes.pods),
    kind: 'Pod',
    metadata: {
      name: instance.name,
      namespace,
      creationTimestamp: timestamp(instance.startedAt),
      annotations: instanceAnnotations(instance),
      labels: {
        // The role comes with the first report of the instance.
        ...(!starting && instanceLabels(database, instance)),
        'app.kubernetes.io/instance': database.name,
        'app.kubernetes.io/version': String(database.majorVersion),
        'cnpg.io/podRole': 'instance',
      },
    },
    spec: {
      containers: [
        {
          name: 'postgres',
          image: database.image,
          ports: [
            { containerPort: 5432, name: 'postgresql', protocol: 'TCP' },
            { containerPort: 9187, name: 'metrics', protocol: 'TCP' },
            { containerPort: 8000, name: 'status', protocol: 'TCP' },
          ],
          resources: database.resources,
        },
      ],
      hostname: instance.name,
      nodeName: instance.node.name,
      serviceAccountName: database.name,
      terminationGracePeriodSeconds: 1800,
      volumes: claimsOf(database, instance).map(({ name, role }) => ({
        name: role === 'PG_WAL' ? 'pg-wal' : 'pgdata',
        persistentVolumeClaim: { claimName: name },
      })),
    },
    status: {
      conditions: [
        condition('PodScheduled', true, instance.startedAt),
        condition('Initialized', true, instance.startedAt),
        condition('ContainersReady', ready, since),
        condition('Ready', ready, since),
      ],
      phase: starting ? 'Pending' : 'Running',
      podIP: `10.42.${instance.serial}.${10 + instance.serial}`,
      startTime: timestamp(instance.startedAt),
    },
  };
}

function condition(type: string, holds: boolean, since: Date) {
  return {
    type,
    status: holds ? 'True' : 'False',
    lastTransitionTime: timestamp(since),
  };
}
