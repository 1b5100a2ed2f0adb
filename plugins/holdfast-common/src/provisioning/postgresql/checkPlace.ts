import { InputProblem } from '../../api/inputProblemsOf';
import { ProvisioningContext } from '../ProvisioningContext';
import { isLeftOut, PostgresqlChoices } from './PostgresqlChoices';
import { PostgresqlInputs } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

/** What S3 and Azure take: both say 3 to 63 characters. */
const longestBucket = 63;

const azureFields = {
  resourceGroup: 'the resource group that the storage account belongs to',
  storageAccount: 'the storage account',
  clientId: 'the client ID of the workload identity',
  tenantId: 'the tenant ID',
} as const;

/** Whether clusters and storage classes are there, and the object store is told whole. */
export function checkPlace(
  inputs: Partial<PostgresqlInputs>,
  context: ProvisioningContext,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  return [
    ...checkCluster('cluster', inputs.cluster, context),
    ...checkCluster('secondCluster', inputs.secondCluster, context),
    ...checkNamespace(inputs),
    ...checkStorageClass(inputs, context),
    ...checkStore(inputs),
    ...checkBucket(inputs, choices),
  ];
}

function checkCluster(
  field: 'cluster' | 'secondCluster',
  name: string | undefined,
  { clusters = [] }: ProvisioningContext,
): InputProblem[] {
  if (isLeftOut(name) || clusters.length === 0) return [];
  if (clusters.some(cluster => cluster.name === name)) return [];
  const names = clusters.map(cluster => cluster.name).join(', ');
  return [
    problemWith(field, name, `is not a cluster here: write one of ${names}`),
  ];
}

/** "Avoid creating namespaces with the prefix kube-, since it is reserved" (Kubernetes, Concepts, Namespaces). */
function checkNamespace({
  name,
  namespace,
}: Partial<PostgresqlInputs>): InputProblem[] {
  const [field, value] = isLeftOut(namespace)
    ? ['name', name]
    : ['namespace', namespace];
  return value?.startsWith('kube-')
    ? [
        problemWith(
          field,
          value,
          'is a namespace of Kubernetes itself: write one that does not begin with kube-',
        ),
      ]
    : [];
}

function checkStorageClass(
  { storageClass, cluster, secondCluster }: Partial<PostgresqlInputs>,
  { clusters = [] }: ProvisioningContext,
): InputProblem[] {
  if (isLeftOut(storageClass)) return [];
  return clusters
    .filter(({ name }) => name === cluster || name === secondCluster)
    .flatMap(({ name, storageClasses }) => {
      const known = storageClasses.map(other => other.name);
      return known.length === 0 || known.some(other => other === storageClass)
        ? []
        : [
            problemWith(
              'storageClass',
              storageClass,
              `is not a storage class of ${name}: write one of ${known.join(
                ', ',
              )}`,
            ),
          ];
    });
}

function checkStore({
  store,
  azure = {},
  endpoint,
}: Partial<PostgresqlInputs>): InputProblem[] {
  if (store === 's3-compatible' && isLeftOut(endpoint)) {
    return [
      problemWith(
        'endpoint',
        undefined,
        'write where the S3-compatible store is, such as https://s3.example:9000',
      ),
    ];
  }
  if (store !== 'azure') return [];
  return (
    ['resourceGroup', 'storageAccount', 'clientId', 'tenantId'] as const
  ).flatMap(field =>
    isLeftOut(azure[field])
      ? [
          problemWith(
            `azure.${field}`,
            undefined,
            `write ${azureFields[field]}`,
          ),
        ]
      : [],
  );
}

function checkBucket(
  inputs: Partial<PostgresqlInputs>,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  if (!choices) return [];
  const { bucket, secondRegion } = choices;
  // On Azure the second region has an account of its own, and the container keeps its name.
  const suffixed = secondRegion && choices.store !== 'azure';
  const whole = suffixed ? `${bucket}-${secondRegion}` : bucket;
  if (whole.length <= longestBucket) return [];
  const most = longestBucket - (whole.length - bucket.length);
  return [
    problemWith(
      'bucket',
      whole,
      `has ${
        whole.length
      } characters, and ${longestBucket} are allowed: write a bucket of at most ${most}${
        isLeftOut(inputs.bucket)
          ? '; left empty, it is made of namespace and name'
          : ''
      }`,
    ),
  ];
}
