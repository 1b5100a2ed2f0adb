import { KubernetesObject } from '../../engine';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const describeWith = (
  path: readonly (string | number)[],
  value: unknown,
  more: readonly KubernetesObject[] = [],
) => describeOne('orders', [...patch(orders, 'Cluster', path, value), ...more]);

describe('synchronous replication', () => {
  const path = ['spec', 'postgresql', 'synchronous'];

  it.each([
    // required is the default (api/v1/cluster_defaults.go).
    [
      { method: 'any', number: 1 },
      { number: 1, durability: 'required' },
    ],
    [
      { method: 'first', number: 2, dataDurability: 'preferred' },
      { number: 2, durability: 'preferred' },
    ],
    [undefined, undefined],
  ])('%j', (synchronous, expected) => {
    expect(describeWith(path, synchronous).synchronous?.value).toEqual(
      expected,
    );
  });

  it('of the older kind never holds a commit back', () => {
    expect(
      describeWith(['spec', 'maxSyncReplicas'], 2).synchronous,
    ).toMatchObject({
      value: { number: 2, durability: 'preferred' },
      evidence: { field: '.spec.maxSyncReplicas' },
    });
  });
});

// Cluster.IsReplica in api/v1/cluster_funcs.go.
it.each([
  [undefined, 'primary'],
  [{ enabled: true, source: 'eu' }, 'replica-cluster'],
  [{ enabled: false, source: 'eu' }, 'primary'],
  [{ primary: 'orders', source: 'eu' }, 'primary'],
  [{ primary: 'orders-eu', source: 'eu' }, 'replica-cluster'],
  [{ primary: 'orders-eu', self: 'orders-eu', source: 'us' }, 'primary'],
])('with the replica section %j is a %s', (replica, role) => {
  expect(describeWith(['spec', 'replica'], replica).role.value).toBe(role);
});

it.each([
  ['ghcr.io/cloudnative-pg/postgresql:17.5-standard-bookworm', '17.5'],
  ['registry.example.com:5000/postgresql:16', '16'],
  ['registry.example.com:5000/postgresql@sha256:0123', '15'],
  ['postgresql:latest', '15'],
])('the version of %s is %s', (image, version) => {
  expect(describeWith(['status', 'image'], image).version).toBe(version);
});

describe('annotations', () => {
  const namespace: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'default',
      uid: '33f66f26-ab7d-4a03-a307-0a1433c1ba17',
      labels: { 'holdfast.io/owner': 'checkout', 'example.com/x': 'y' },
      annotations: {
        'holdfast.io/tier': 'silver',
        'holdfast.io/entity-ref': 'resource:default/all',
        'backstage.io/owner': 'group:default/checkout',
      },
    },
  };

  it('are those of the Cluster, before those of its namespace', () => {
    expect(
      describeWith(
        ['metadata', 'annotations'],
        { 'holdfast.io/tier': 'gold', 'cnpg.io/hash': 'x' },
        [namespace],
      ).annotations,
    ).toEqual({ owner: 'checkout', tier: 'gold' });
  });
});

it('what cannot be read is said, unless nothing here uses it', () => {
  const unread = [
    'Backup.postgresql.cnpg.io',
    'Pod',
    'PersistentVolume',
    'VolumeSnapshot.snapshot.storage.k8s.io',
    'Namespace',
  ].map(kind => ({ kind, reason: 'absent' as const, message: kind }));
  expect(
    describeOne('orders', orders, { unread }).missing.map(({ area }) => area),
  ).toEqual(['backups', 'volumes', 'instances']);
});

it('its size is what the databases of the primary sum up to', () => {
  const samples = [
    { pod: 'orders-1', datname: 'app', value: 100 },
    { pod: 'orders-1', datname: 'postgres', value: 7 },
    { pod: 'orders-2', datname: 'app', value: 99 },
  ].map(({ pod, datname, value }) => ({
    name: 'cnpg_pg_database_size_bytes',
    labels: { namespace: 'default', pod, datname },
    value,
    observedAt: '2026-11-20T17:08:38Z',
  }));
  expect(describeOne('orders', orders, { samples }).sizeBytes).toMatchObject({
    value: 107,
    evidence: { object: { kind: 'Pod', name: 'orders-1' } },
  });
});

it('its pods can be selected', () => {
  expect(describeOne('orders', orders).podSelector).toBe(
    'cnpg.io/cluster=orders',
  );
});
