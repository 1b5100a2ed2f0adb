import { InputError } from '@backstage/errors';
import {
  parseBytes,
  parseRetentionPolicy,
  readCron,
} from '@holdfast/plugin-holdfast-common';
import { KubernetesObject } from '../kubernetes';
import { mergePatch } from '../kubernetes/mergePatch';
import { clusterDefaults, postgresqlDefaults } from '../postgresql/clusterSpec';
import { BARMAN_PLUGIN } from '../postgresql/names';
import { sizeOf } from './appliedTraits';
import { fieldAt, listAt, numberAt, recordAt, textAt } from './fields';

/**
 * What happens to an object on its way into the cluster: defaults are filled in, and what the operator's admission or the schema of the custom
 * resource would refuse is refused (`internal/webhook/v1/` and `api/v1/` of CloudNativePG 1.30, `api/v1/objectstore_types.go` of the plugin). Of
 * all their rules these are the ones that a person runs into.
 *
 * @param before - the object as it is in the cluster, where it is
 * @throws InputError naming the object, the field, its value and what would be right
 */
export function admit(
  object: KubernetesObject,
  before?: KubernetesObject,
): KubernetesObject {
  const [group] = (object.apiVersion ?? '').split('/');
  switch (`${object.kind}.${group}`) {
    case 'Cluster.postgresql.cnpg.io':
      return admitCluster(object, before);
    case 'ScheduledBackup.postgresql.cnpg.io':
      return admitScheduledBackup(object, before);
    case 'ObjectStore.barmancloud.cnpg.io':
      return admitObjectStore(object);
    default:
      return object;
  }
}

function admitCluster(
  object: KubernetesObject,
  before?: KubernetesObject,
): KubernetesObject {
  const { spec } = object;
  const instances = fieldAt(spec, 'instances') ?? 1;
  if (!Number.isInteger(instances) || Number(instances) < 1) {
    throw invalid('spec.instances', instances, 'a whole number of at least 1');
  }
  const size = sizeOf(spec, 'storage');
  if (size === undefined) {
    throw invalid('spec.storage.size', size, 'a size such as 20Gi');
  }
  const bytes = parseBytes(size, { field: 'spec.storage.size' });
  const former = sizeOf(before?.spec, 'storage');
  if (former !== undefined && bytes < parseBytes(former)) {
    throw invalid(
      'spec.storage.size',
      size,
      `at least ${former}, as volumes cannot shrink`,
    );
  }
  const walSize = sizeOf(spec, 'walStorage');
  if (walSize !== undefined) {
    parseBytes(walSize, { field: 'spec.walStorage.size' });
  } else if (fieldAt(spec, 'walStorage') !== undefined) {
    throw invalid('spec.walStorage.size', walSize, 'a size such as 5Gi');
  }
  const number = numberAt(spec, 'postgresql', 'synchronous', 'number');
  if (number !== undefined && number >= Number(instances)) {
    throw invalid(
      'spec.postgresql.synchronous.number',
      number,
      `less than the number of instances, ${instances}`,
    );
  }
  return { ...object, spec: withClusterDefaults(recordAt(object, 'spec')) };
}

function withClusterDefaults(spec: Record<string, unknown>) {
  const plugins = listAt(spec, 'plugins').map(plugin =>
    mergePatch({ enabled: true, isWALArchiver: false }, recordAt(plugin)),
  );
  return mergePatch(
    { ...clusterDefaults, postgresql: postgresqlDefaults },
    {
      instances: 1,
      primaryUpdateStrategy: 'unsupervised',
      ...spec,
      storage: { resizeInUseVolumes: true, ...recordAt(spec, 'storage') },
      ...(plugins.length > 0 && { plugins }),
    },
  );
}

function admitScheduledBackup(
  object: KubernetesObject,
  before?: KubernetesObject,
): KubernetesObject {
  const { spec } = object;
  const cluster = textAt(spec, 'cluster', 'name');
  if (!cluster) {
    throw invalid('spec.cluster.name', cluster, 'the name of a Cluster');
  }
  const former = textAt(before?.spec, 'cluster', 'name');
  if (former !== undefined && former !== cluster) {
    throw invalid(
      'spec.cluster.name',
      cluster,
      `${former}, which cannot change`,
    );
  }
  const schedule = textAt(spec, 'schedule') ?? '';
  const { problem } = readCron(schedule, { dialect: 'cloudnative-pg' });
  if (problem !== undefined) {
    throw invalid(
      'spec.schedule',
      schedule,
      'a cron expression of six fields, seconds first, such as "0 0 2 * * *"',
    );
  }
  if (schedule.startsWith('@every')) {
    throw invalid(
      'spec.schedule',
      schedule,
      'a time of day or a descriptor such as @daily; the simulated operator does not count intervals',
    );
  }
  const method = textAt(spec, 'method');
  const plugin = textAt(spec, 'pluginConfiguration', 'name');
  if (method === 'plugin' && plugin !== BARMAN_PLUGIN) {
    throw invalid('spec.pluginConfiguration.name', plugin, BARMAN_PLUGIN);
  }
  return {
    ...object,
    spec: {
      backupOwnerReference: 'none',
      method: 'barmanObjectStore',
      ...recordAt(object, 'spec'),
    },
  };
}

function admitObjectStore(object: KubernetesObject): KubernetesObject {
  const { spec } = object;
  const path = textAt(spec, 'configuration', 'destinationPath');
  if (!path) {
    throw invalid(
      'spec.configuration.destinationPath',
      path,
      'an address such as s3://bucket/path/',
    );
  }
  const retention = textAt(spec, 'retentionPolicy');
  if (retention !== undefined) {
    parseRetentionPolicy(retention, { field: 'spec.retentionPolicy' });
  }
  return object;
}

function invalid(field: string, value: unknown, right: string): InputError {
  const shown = value === undefined ? 'missing' : JSON.stringify(value);
  return new InputError(`${field} is ${shown}; it has to be ${right}`);
}
