import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { ClusterEntry } from './ClusterEntry';
import { readInCluster } from './readInCluster';
import { readKubeconfig } from './readKubeconfig';
import { readKubernetesClusters } from './readKubernetesClusters';

const FILTER_FIELD = 'holdfast.clusters';

/**
 * All clusters of the configuration. What is wrong with one is told of it, and does not touch the others.
 *
 * @alpha
 */
export function readClusters(options: {
  config: Config;
  logger: LoggerService;
}): ClusterEntry[] {
  const { config, logger } = options;
  const entries = select(
    config,
    withoutDuplicates([
      ...readKubernetesClusters(options),
      ...readKubeconfig(config),
      ...readInCluster(config),
    ]),
  );
  for (const entry of entries) {
    if ('problem' in entry) {
      const { field, message } = entry.problem;
      logger.error(
        `Cluster '${entry.name}' cannot be followed: ${field}: ${message}`,
      );
    }
  }
  return entries;
}

function withoutDuplicates(entries: readonly ClusterEntry[]): ClusterEntry[] {
  const byName = new Map<string, ClusterEntry>();
  for (const entry of entries) {
    if (!byName.has(entry.name)) {
      byName.set(entry.name, entry);
      continue;
    }
    const name = `${entry.name} (again)`;
    byName.set(name, {
      name,
      problem: {
        field: 'problem' in entry ? entry.problem.field : 'name',
        message: `There is another cluster '${entry.name}'; names have to differ`,
      },
    });
  }
  return [...byName.values()];
}

function select(
  config: Config,
  entries: readonly ClusterEntry[],
): ClusterEntry[] {
  let names: string[] | undefined;
  try {
    names = config.getOptionalStringArray(FILTER_FIELD);
  } catch (error) {
    return [
      {
        name: FILTER_FIELD,
        problem: { field: FILTER_FIELD, message: stringifyError(error) },
      },
    ];
  }
  return (
    names?.map(
      (name, index) =>
        entries.find(entry => entry.name === name) ?? {
          name,
          problem: {
            field: `${FILTER_FIELD}[${index}]`,
            message: `No cluster '${name}' is configured; there are: ${entries
              .map(entry => entry.name)
              .join(', ')}`,
          },
        },
    ) ?? [...entries]
  );
}
