import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const claim = (storage: string) => ({
  pvcTemplate: { resources: { requests: { storage } } },
});

// spec.storage and spec.tablespaces of the Cluster's CRD, CloudNativePG 1.30.
it.each([
  [{ size: '10Gi' }, undefined, 10 * 2 ** 30],
  [claim('5Gi'), undefined, 5 * 2 ** 30],
  [{ size: '10Gi', ...claim('5Gi') }, undefined, 10 * 2 ** 30],
  [
    { size: '10Gi' },
    [{ name: 'archive', storage: { size: '1Ti' } }],
    2 ** 40 + 10 * 2 ** 30,
  ],
  [{ size: '10Gi' }, [{ name: 'archive' }], undefined],
  [{ size: '1.5GB' }, undefined, undefined],
  [undefined, undefined, undefined],
])('of %j and tablespaces %j is %s bytes', (storage, tablespaces, expected) => {
  const objects = patch(
    patch(orders, 'Cluster', ['spec', 'storage'], storage),
    'Cluster',
    ['spec', 'tablespaces'],
    tablespaces,
  );
  expect(describeOne('orders', objects).requestedBytes?.value).toBe(expected);
});
