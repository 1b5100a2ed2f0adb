import { parseResourcePath } from './resourcePath';

// Paths: Kubernetes API concepts, "Resource URIs".
describe('parseResourcePath', () => {
  const cnpg = { group: 'postgresql.cnpg.io', version: 'v1' };
  const core = { group: '', version: 'v1' };

  it.each([
    ['/api/v1/pods', { ...core, plural: 'pods' }],
    [
      '/api/v1/namespaces/shop/pods/orders-1',
      { ...core, plural: 'pods', namespace: 'shop', name: 'orders-1' },
    ],
    ['/api/v1/namespaces', { ...core, plural: 'namespaces' }],
    [
      '/api/v1/namespaces/shop',
      { ...core, plural: 'namespaces', name: 'shop' },
    ],
    [
      '/api/v1/namespaces/shop/status',
      { ...core, plural: 'namespaces', name: 'shop', subresource: 'status' },
    ],
    ['/apis/postgresql.cnpg.io/v1/clusters', { ...cnpg, plural: 'clusters' }],
    [
      '/apis/postgresql.cnpg.io/v1/namespaces/shop/clusters/orders/status',
      {
        ...cnpg,
        plural: 'clusters',
        namespace: 'shop',
        name: 'orders',
        subresource: 'status',
      },
    ],
  ])('%s', (path, expected) => {
    expect(parseResourcePath(path)).toEqual(expected);
  });

  it.each(['/', '/version', '/api', '/api/v1', '/apis/a.b/v1', '/x/v1/pods'])(
    '%s names no resource',
    path => {
      expect(parseResourcePath(path)).toBeUndefined();
    },
  );
});
