import fc from 'fast-check';
import { ObjectReference } from '../model';
import { discoveredEntityName } from './discoveredEntityName';

const orders: ObjectReference = {
  cluster: 'prod-eu-west',
  kind: 'Cluster.postgresql.cnpg.io',
  namespace: 'shop',
  name: 'orders',
};

// isValidObjectName of @backstage/catalog-model: 1 to 63 characters of [a-zA-Z0-9] with [-_.] in between.
function expectValid(name: string) {
  expect(name).toMatch(/^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/);
  expect(name.length).toBeLessThanOrEqual(63);
}

describe('discoveredEntityName', () => {
  it('reads as what it stands for, and never changes', () => {
    // printf prod-eu-west/shop/Cluster.postgresql.cnpg.io/orders | sha256sum
    expect(discoveredEntityName(orders)).toBe(
      'orders-shop-prod-eu-west-269927',
    );
  });

  it('keeps objects of one name apart', () => {
    const others: Partial<ObjectReference>[] = [
      {},
      { cluster: 'prod-us-east' },
      { namespace: 'shop-staging' },
      { kind: 'ScheduledBackup.postgresql.cnpg.io' },
      { kind: 'ObjectStore.barmancloud.cnpg.io' },
      // The same letters, cut elsewhere.
      { name: 'orders-shop', namespace: 'prod', cluster: 'eu-west' },
      { namespace: undefined },
    ];
    const names = others.map(other =>
      discoveredEntityName({ ...orders, ...other }),
    );
    expect(new Set(names).size).toBe(others.length);
    names.forEach(expectValid);
  });

  it('keeps long names apart that begin alike', () => {
    const long = 'x'.repeat(63);
    const first = discoveredEntityName({ ...orders, name: `${long}1` });
    const second = discoveredEntityName({ ...orders, name: `${long}2` });
    expect(first).not.toBe(second);
    [first, second].forEach(expectValid);
    expect(first).toHaveLength(63);
  });

  it('makes a name of a cluster that is called by its ARN', () => {
    const name = discoveredEntityName({
      ...orders,
      cluster: 'arn:aws:eks:eu-west-1:123456789012:cluster/Prod A',
    });
    expect(name).toMatch(/^orders-shop-arn-aws-eks-eu-west-1-123456789012-/);
    expectValid(name);
  });

  it('is valid whatever the object is called', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, text, text, (cluster, kind, namespace, name) => {
        const object = { cluster, kind, namespace, name };
        expectValid(discoveredEntityName(object));
        expect(discoveredEntityName({ ...object })).toBe(
          discoveredEntityName(object),
        );
      }),
    );
  });
});
