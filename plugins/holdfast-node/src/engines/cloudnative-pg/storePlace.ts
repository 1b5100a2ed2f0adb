import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath } from '../../engine';
import {
  bucketIn,
  isDestinationInCluster,
  isInCluster,
  regionOf,
  secretAt,
  StorePlace,
} from '../storePlace';

/** Secrets that open a store, by the first that is named; the region of S3 is kept in one too, and not read. */
const secrets: readonly JsonPath[] = [
  ['s3Credentials', 'accessKeyId', 'name'],
  ['azureCredentials', 'connectionString', 'name'],
  ['azureCredentials', 'storageKey', 'name'],
  ['azureCredentials', 'storageSasToken', 'name'],
  ['azureCredentials', 'storageAccount', 'name'],
  ['googleCredentials', 'applicationCredentials', 'name'],
];

/** That the pods' own identity opens it: the ServiceAccount that the operator makes for the Cluster has the Cluster's name. */
const identities: readonly JsonPath[] = [
  ['s3Credentials', 'inheritFromIAMRole'],
  ['azureCredentials', 'inheritFromAzureAD'],
  ['azureCredentials', 'useDefaultAzureCredentials'],
  ['googleCredentials', 'gkeEnvironment'],
];

/**
 * What tells with which other stores a store is lost, from a configuration of Barman Cloud.
 */
export function describePlace(options: {
  /** The object that has the configuration. */
  object: FactReader;
  /** Where in it. */
  path: JsonPath;
  /** Name of the Cluster that writes there. */
  clusterName: string;
}): Pick<StorePlace, 'bucket' | 'credential' | 'region' | 'inCluster'> {
  const { object, path } = options;
  const endpoint = object.string(...path, 'endpointURL');
  const destination = object.string(...path, 'destinationPath');
  return {
    bucket: bucketIn(destination),
    credential: credentialOf(options),
    region: regionOf(object, endpoint),
    inCluster: endpoint
      ? isInCluster(endpoint)
      : destination && isDestinationInCluster(destination),
  };
}

function credentialOf(
  options: Parameters<typeof describePlace>[0],
): Observed<string> | undefined {
  const { object, path, clusterName } = options;
  const { namespace = '' } = object.reference;
  for (const secret of secrets) {
    const named = secretAt(object, [...path, ...secret]);
    if (named) return named;
  }
  for (const identity of identities) {
    const inherits = object.boolean(...path, ...identity);
    if (inherits?.value) {
      return {
        ...inherits,
        value: `ServiceAccount ${namespace}/${clusterName}`,
      };
    }
  }
  return undefined;
}
