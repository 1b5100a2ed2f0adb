import { tellOfCopies } from '../../engine';
import { node } from '../__testUtils__/objects';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const nodeEvidence = {
  object: { cluster: 'us', kind: 'Node', name: 'node1' },
  field: '.metadata',
};

/**
 * A replica cluster of `orders` in another Kubernetes cluster, with an ObjectStore of its own for the archive of its source: after
 * docs/src/replica_cluster.md of CloudNativePG 1.30, "Setting up a replica cluster".
 */
const external = (more: object = {}) => [
  {
    name: 'orders-eu',
    plugin: {
      name: 'barman-cloud.cloudnative-pg.io',
      parameters: { barmanObjectName: 'orders', serverName: 'orders' },
    },
    ...more,
  },
];
const store = 'https://s3.eu-west-1.amazonaws.com';
const inStore = patch(
  orders,
  'ObjectStore',
  ['spec', 'configuration', 'endpointURL'],
  store,
);
const primary = () =>
  describeOne('orders', [...inStore, node], { cluster: 'eu' });
const replica = (more: object = {}, replicaSection: object = {}) =>
  describeOne(
    'orders',
    [
      ...patch(
        patch(
          patch(
            inStore,
            'Cluster',
            ['spec', 'externalClusters'],
            external(more),
          ),
          'Cluster',
          ['spec', 'replica'],
          { enabled: true, source: 'orders-eu', ...replicaSection },
        ),
        'Cluster',
        ['spec', 'plugins'],
        [],
      ),
      patch([node], 'Node', ['metadata', 'labels'], {
        'topology.kubernetes.io/region': 'us-east-1',
      })[0],
    ],
    { cluster: 'us' },
  );

describe('a replica cluster', () => {
  it('is told by the archive that it reads from', () => {
    expect(replica().follows).toMatchObject({
      value: { storeId: `${store}|s3://backups|orders`, via: 'archive' },
      evidence: { field: '.spec.replica.source', value: 'orders-eu' },
    });
  });

  it('may be sent the changes as well', () => {
    const connectionParameters = { host: 'orders-eu.example.com', user: 'r' };
    expect(replica({ connectionParameters }).follows?.value.via).toBe(
      'streaming',
    );
  });

  // With `primary`, the one that is named there follows nobody (api/v1/cluster_funcs.go, IsReplica).
  it('follows nobody once it is the primary of its topology', () => {
    expect(
      replica({}, { enabled: undefined, primary: 'orders' }).follows,
    ).toBeUndefined();
  });

  it('is a copy of the database whose archive it is', () => {
    const databases = [primary(), replica()];
    tellOfCopies({ databases });
    expect(databases[0]).toMatchObject({
      region: { value: 'eu-west-1' },
      copies: [
        {
          id: 'us/default/Cluster.postgresql.cnpg.io/orders',
          via: { value: 'archive' },
          region: { value: 'us-east-1' },
          ready: { value: true },
        },
      ],
    });
    expect(databases[1].copies).toBeUndefined();
  });

  it('is known from elsewhere, until it is at hand', () => {
    const copy = {
      id: 'us/default/Cluster.postgresql.cnpg.io/orders',
      object: replica().reference,
      via: { value: 'archive' as const, evidence: nodeEvidence },
    };
    const known = new Map([[`${store}|s3://backups|orders`, [copy]]]);
    const alone = [primary()];
    tellOfCopies({ databases: alone, known });
    expect(alone[0].copies).toEqual([copy]);
    const both = [primary(), replica()];
    tellOfCopies({ databases: both, known });
    expect(both[0].copies).toHaveLength(1);
    expect(both[0].copies?.[0].region?.value).toBe('us-east-1');
  });
});
