import {
  bucketIn,
  isAmazon,
  isDestinationInCluster,
  isInCluster,
  regionIn,
} from './storePlace';

const at = (value: string) => ({
  value,
  evidence: {
    object: { cluster: 'lab', kind: 'ObjectStore', name: 'orders' },
    field: '.spec.configuration.endpointURL',
    value,
  },
});

// The forms of destinationPath in docs/src/appendixes/backup_barmanobjectstore.md of CloudNativePG.
it.each([
  ['s3://backups/shop/', 'backups'],
  ['gs://backups/shop', 'backups'],
  ['https://account.blob.core.windows.net/backups/shop', 'account/backups'],
  ['https://account.blob.core.windows.net/', 'account'],
  ['nonsense', undefined],
])('the bucket in %s is %s', (destination, bucket) => {
  expect(bucketIn(at(destination))?.value).toBe(bucket);
});

// docs.aws.amazon.com/general/latest/gr/s3.html, and virtual-hosted addresses.
it.each([
  ['https://s3.eu-west-1.amazonaws.com', 'eu-west-1'],
  ['https://s3-eu-west-1.amazonaws.com', 'eu-west-1'],
  ['https://s3.dualstack.eu-central-1.amazonaws.com', 'eu-central-1'],
  ['https://s3-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
  ['https://backups.s3.ap-southeast-2.amazonaws.com', 'ap-southeast-2'],
  ['https://s3.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ['s3.eu-west-1.amazonaws.com', 'eu-west-1'],
  ['https://s3.amazonaws.com', undefined],
  ['https://s3.eu-west-1.example.com', undefined],
  ['https://s3.eu-west-1.amazonaws.com.example.com', undefined],
  ['http://minio.storage.svc:9000', undefined],
])('the region in %s is %s', (endpoint, region) => {
  expect(regionIn(at(endpoint))?.value).toBe(region);
});

// https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
it.each([
  ['http://minio:9000', true],
  ['http://minio.storage.svc:9000', true],
  ['http://minio.storage.svc.cluster.local:9000', true],
  ['minio.storage.svc.cluster.local:9000', true],
  ['https://s3.eu-west-1.amazonaws.com', false],
  ['https://minio.example.com', undefined],
  ['http://minio.storage:9000', undefined],
  ['http://10.0.0.7:9000', undefined],
  ['http://localhost:9000', undefined],
  ['http://[::1]:9000', undefined],
])('%s is within the cluster: %s', (endpoint, value) => {
  expect(isInCluster(at(endpoint))?.value).toBe(value);
});

it('takes no endpoint for that of Amazon', () => {
  expect(isAmazon(undefined)).toBe(true);
  expect(isAmazon(at('http://minio:9000'))).toBe(false);
  expect(isAmazon(at('not an endpoint'))).toBe(false);
});

it.each([
  ['s3://backups', false],
  ['https://account.blob.core.windows.net/backups', false],
  ['http://azurite:10000/devstoreaccount1/backups', true],
  ['https://blobs.example.com/backups', undefined],
])('without an endpoint %s is within the cluster: %s', (destination, value) => {
  expect(isDestinationInCluster(at(destination))?.value).toBe(value);
});
