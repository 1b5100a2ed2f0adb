import { storeIdOf } from './storeId';

const aws = { destinationPath: 's3://backups/shop', serverName: 'orders' };

describe('storeIdOf', () => {
  it('is one for one place, however it is written', () => {
    expect(
      storeIdOf('a', { ...aws, destinationPath: 's3://backups/shop//' }),
    ).toBe(storeIdOf('b', aws));
    expect(
      storeIdOf('a', { ...aws, endpointUrl: 'https://S3.example.com:443/' }),
    ).toBe(storeIdOf('b', { ...aws, endpointUrl: 'https://s3.example.com' }));
  });

  it.each([
    { serverName: 'orders-v2' },
    { destinationPath: 's3://backups/Shop' },
    { endpointUrl: 'https://s3.example.org' },
  ])('is another for %j', difference => {
    expect(storeIdOf('a', { ...aws, ...difference })).not.toBe(
      storeIdOf('a', aws),
    );
  });

  it.each([
    ['http://minio:9000', true],
    ['http://minio.storage:9000', true],
    ['http://minio.storage.svc', true],
    ['https://minio.storage.svc.cluster.local', true],
    ['http://localhost:9000', true],
    ['https://example.com', false],
    ['https://s3.eu-west-1.amazonaws.com', false],
    ['http://10.0.0.7:9000', false],
    ['no address', false],
  ])('of %s is of one cluster only: %s', (endpointUrl, local) => {
    const ids = ['a', 'b'].map(cluster =>
      storeIdOf(cluster, { ...aws, endpointUrl }),
    );
    expect(ids[0] !== ids[1]).toBe(local);
  });
});
