import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterEntry } from './ClusterEntry';
import { KubeconfigCredentials } from './KubeconfigCredentials';
import { UndiciConnection } from './UndiciConnection';

const FIELD = 'holdfast.inCluster';

/**
 * The cluster that this process runs in, by the account of its pod, where `holdfast.inCluster` gives it a name.
 */
export function readInCluster(config: Config): ClusterEntry[] {
  if (!config.has(FIELD)) {
    return [];
  }
  let name: string;
  try {
    name = config.getString(`${FIELD}.name`);
  } catch (error) {
    return [
      {
        name: FIELD,
        problem: { field: `${FIELD}.name`, message: stringifyError(error) },
      },
    ];
  }
  if (!process.env.KUBERNETES_SERVICE_HOST) {
    return [
      {
        name,
        problem: {
          field: FIELD,
          message:
            'This process does not run in a pod of a Kubernetes cluster: KUBERNETES_SERVICE_HOST is not set',
        },
      },
    ];
  }
  const load = () => {
    const kubeconfig = new KubeConfig();
    kubeconfig.loadFromCluster();
    return kubeconfig;
  };
  return [
    {
      name,
      connection: UndiciConnection.create({
        name,
        url: load().getCurrentCluster()?.server ?? '',
        credentials: KubeconfigCredentials.create({ load }),
      }),
    },
  ];
}
