import { describeMariaDb } from './__testUtils__/describe';
import { altered, mariadb, pod } from './__testUtils__/objects';
import { node } from '../__testUtils__/objects';

function described(changes: Parameters<typeof altered>[1] = {}) {
  return describeMariaDb([altered(mariadb(), changes), pod, node]);
}

describe('the instances of a MariaDB', () => {
  it('are those that are asked for, with one that writes', () => {
    expect(described().instances).toMatchObject([
      {
        name: 'mariadb-repl-0',
        role: 'primary',
        ready: { value: true },
        node: { value: 'node1' },
        zone: { value: 'eu-west-1a' },
      },
      {
        name: 'mariadb-repl-1',
        role: 'replica',
        ready: { value: false },
        lagSeconds: { value: 0 },
      },
      { name: 'mariadb-repl-2', role: 'replica' },
    ]);
    expect(
      described({ status: { currentPrimary: 'mariadb-repl-1' } }).instances.map(
        ({ role }) => role,
      ),
    ).toEqual(['replica', 'primary', 'replica']);
  });

  it('have no lag that is known once they have stopped to follow', () => {
    const stopped = {
      secondsBehindMaster: 0,
      slaveIORunning: false,
      slaveSQLRunning: true,
    };
    const [, first] = described({
      status: { replication: { replicas: { 'mariadb-repl-1': stopped } } },
    }).instances;
    expect(first.lagSeconds).toBeUndefined();
  });

  it('stand on different nodes when that is asked for', () => {
    expect(described().spread).toBeUndefined();
    expect(
      described({ spec: { affinity: { antiAffinityEnabled: true } } }).spread,
    ).toMatchObject({ value: { over: 'node', required: true } });
  });
});

describe('commits of a MariaDB', () => {
  it('wait for a replica, but not without end', () => {
    expect(described().synchronous?.value).toEqual({
      number: 1,
      durability: 'preferred',
    });
    const replication = { enabled: true, semiSyncEnabled: false };
    expect(described({ spec: { replication } }).synchronous).toBeUndefined();
  });

  it('are on more than half of a Galera cluster', () => {
    const galera = { replication: undefined, galera: { enabled: true } };
    expect(described({ spec: galera }).synchronous?.value).toEqual({
      number: 1,
      durability: 'required',
    });
    expect(
      described({ spec: { ...galera, replicas: 5 } }).synchronous?.value.number,
    ).toBe(2);
    expect(
      described({ spec: { ...galera, replicas: 1 } }).synchronous,
    ).toBeUndefined();
  });
});

describe('a member of a multi-cluster', () => {
  // docs/multi-cluster.md: the status says who is primary now, the spec who is to be.
  it.each([
    ['mariadb-repl', undefined, 'primary'],
    ['mariadb-eu-south', undefined, 'replica-cluster'],
    ['mariadb-repl', 'mariadb-eu-south', 'replica-cluster'],
    ['mariadb-eu-south', 'mariadb-repl', 'primary'],
  ])('with %s to be primary and %s now is a %s', (primary, now, role) => {
    expect(
      described({
        spec: { multiCluster: { enabled: true, primary } },
        status: { currentMultiClusterPrimary: now },
      }).role.value,
    ).toBe(role);
  });

  it('is none unless it is switched on', () => {
    const multiCluster = { enabled: false, primary: 'mariadb-eu-south' };
    expect(described({ spec: { multiCluster } }).role.value).toBe('primary');
  });
});

it('says what it is', () => {
  expect(described()).toMatchObject({
    engine: 'mariadb',
    operator: 'mariadb-operator',
    version: '11.8.5',
    requestedBytes: { value: 2 ** 30 },
    podSelector:
      'app.kubernetes.io/name=mariadb,app.kubernetes.io/instance=mariadb-repl',
  });
});
