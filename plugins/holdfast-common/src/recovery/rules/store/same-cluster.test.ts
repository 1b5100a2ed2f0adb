import { aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeSameCluster } from './same-cluster';

const near = aStore({
  inCluster: observed(true, '.spec.configuration.endpointURL'),
});

describe('store/same-cluster', () => {
  it('names the stores and the cluster', () => {
    expect(findingsOf(storeSameCluster, { stores: [near] })).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining(
          's3://backups/shop/orders) lie in the Kubernetes cluster production-eu',
        ),
        evidence: [{ field: '.spec.configuration.endpointURL' }],
      },
    ]);
  });

  it('counts snapshots, whose objects are lost with the cluster', () => {
    expect(
      findingsOf(storeSameCluster, {
        stores: [near, aStore({ id: 'snapshots', method: 'volume-snapshot' })],
      }),
    ).toHaveLength(1);
  });

  it.each([
    [
      'another store is elsewhere',
      [near, aStore({ id: 'far', inCluster: observed(false) })],
    ],
    ['nobody knows where the store is', [aStore()]],
    [
      'only a former store is there',
      [aStore(), { ...near, id: 'old', inUse: false }],
    ],
    ['there are only snapshots', [aStore({ method: 'volume-snapshot' })]],
    ['there is no store', []],
  ])('is silent where %s', (_, stores) => {
    expect(findingsOf(storeSameCluster, { stores })).toEqual([]);
  });
});
