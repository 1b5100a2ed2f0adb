import { Connection } from '@holdfast/plugin-holdfast-common';
import { KubernetesObject } from '../../../engine';
import { pooler } from '../../__testUtils__/objects';
import { orders, ordersCopy } from '../../__testUtils__/orders';
import {
  describeOne,
  describeRecording,
  patch,
  readRecording,
} from '../../__testUtils__/recording';

// Names, keys and defaults: source of CloudNativePG 1.30.0, at the places that each test names.

function connectionOf(
  objects: Iterable<KubernetesObject>,
  options: Parameters<typeof describeOne>[2] = {},
  name = 'orders',
): Connection {
  const { connection } = describeOne(name, objects, options);
  if (!connection) throw new Error('The engine says nothing of connections');
  return connection;
}

const connectionWith = (
  spec: Record<string, unknown>,
  more: readonly KubernetesObject[] = [],
) => {
  let objects: KubernetesObject[] = [...orders];
  for (const [field, value] of Object.entries(spec)) {
    objects = patch(objects, 'Cluster', ['spec', field], value);
  }
  return connectionOf([...objects, ...more]);
};

const objectOf = (
  kind: string,
  name: string,
  spec: object,
  status?: KubernetesObject['status'],
): KubernetesObject => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind,
  metadata: { name, namespace: 'default', uid: `uid-of-${kind}-${name}` },
  spec: { cluster: { name: 'orders' }, ...spec },
  status,
});

describe('what the real operator wrote', () => {
  const connection = describeRecording(
    'healthy-one-instance-raw',
    'orders',
  ).connection;
  const cluster = readRecording('healthy-one-instance-raw').objects.find(
    ({ kind }) => kind === 'Cluster',
  );

  it('has the services that its status names', () => {
    const { writeService, readService } = Object(cluster?.status);
    expect(connection?.endpoints.map(({ service }) => service)).toEqual(
      expect.arrayContaining([writeService, readService]),
    );
  });

  it('has the authority and the host names that its status names', () => {
    const { serverCASecret, serverAltDNSNames } = Object(
      Object(cluster?.status).certificates,
    );
    expect(connection?.endpoints[0].certificate).toMatchObject({
      authority: {
        secret: serverCASecret,
        // expirations: "2027-02-18 17:25:42 +0000 UTC"
        expiresAt: '2027-02-18T17:25:42Z',
      },
      hostNames: serverAltDNSNames,
    });
  });

  it('has the database and the owner that admission filled in', () => {
    expect(connection).toMatchObject({
      databases: [{ name: 'app', owner: 'app', allowsConnections: true }],
      roles: [{ name: 'app', authentication: 'password' }],
      gaps: [],
    });
  });

  it('has its pooler with the certificate that its status names', () => {
    const recorded = describeRecording('pooler-without-image', 'orders');
    const endpoint = recorded.connection?.endpoints.find(({ pool }) => pool);
    // status.secrets.clientTLS.name of the Pooler is orders-server, that of PostgreSQL itself.
    expect(endpoint).toMatchObject({
      service: 'orders-pooler-rw',
      port: 5432,
      reaches: 'primary',
      writable: true,
      pool: { mode: 'session', instances: 1, paused: false },
      certificate: { authority: { secret: 'orders-ca', key: 'ca.crt' } },
    });
    expect(endpoint?.certificate.hostNames).not.toContain('orders-pooler-rw');
  });
});

describe('services', () => {
  // GetServiceReadWriteName, GetServiceReadOnlyName and GetServiceReadName in api/v1/cluster_funcs.go; ServerPort in pkg/postgres/configuration.go.
  it('are one for the primary, one for the replicas and one for all', () => {
    expect(connectionWith({ instances: 3 }).endpoints).toMatchObject([
      { service: 'orders-rw', reaches: 'primary', instances: 1, port: 5432 },
      { service: 'orders-ro', reaches: 'replicas', instances: 2, port: 5432 },
      { service: 'orders-r', reaches: 'any', instances: 3, port: 5432 },
    ]);
  });

  it('have nobody behind that of the replicas where there is one instance', () => {
    expect(connectionWith({ instances: 1 }).endpoints[1]).toMatchObject({
      service: 'orders-ro',
      instances: 0,
      writable: false,
    });
  });

  // IsReadWriteServiceEnabled and its neighbours; BuildManagedServices in pkg/specs/services.go; WithServicePortNoOverwrite in
  // pkg/servicespec/builder.go.
  it('can be switched off and added', () => {
    const { endpoints } = connectionWith({
      managed: {
        services: {
          disabledDefaultServices: ['r', 'ro'],
          additional: [
            {
              selectorType: 'rw',
              serviceTemplate: {
                metadata: { name: 'orders-public' },
                spec: {
                  type: 'LoadBalancer',
                  ports: [{ name: 'postgres', port: 6432 }],
                },
              },
            },
            { selectorType: 'nonsense', serviceTemplate: {} },
          ],
        },
      },
    });
    expect(endpoints).toMatchObject([
      { service: 'orders-rw', serviceType: 'ClusterIP', port: 5432 },
      {
        service: 'orders-public',
        serviceType: 'LoadBalancer',
        port: 6432,
        reaches: 'primary',
      },
    ]);
  });

  it('take no writes before a replica cluster', () => {
    const connection = connectionWith({
      replica: { enabled: true, source: 'orders-eu' },
    });
    expect(connection.follows).toBe('orders-eu');
    expect(connection.endpoints.map(({ writable }) => writable)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('have nobody behind them while the database is hibernated', () => {
    const { connection } = describeRecording('hibernated', 'orders');
    expect(connection?.endpoints.map(({ instances }) => instances)).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('poolers', () => {
  const withPooler = (spec: object, status?: KubernetesObject['status']) =>
    connectionWith({ instances: 2 }, [
      objectOf('Pooler', 'orders-pool', spec, status),
    ]).endpoints.at(-1);

  it('are endpoints of their own name', () => {
    expect(connectionOf([...orders, pooler]).endpoints.at(-1)).toMatchObject({
      service: 'orders-pooler-rw',
      namespace: 'default',
      port: 5432,
      pool: { instances: 3 },
    });
  });

  // Defaults of PoolerSpec and PgBouncerSpec in api/v1/pooler_types.go; defaultPgBouncerParameters and the rules "host all all 0.0.0.0/0 md5" in
  // pkg/management/pgbouncer/config/config.go.
  it('pool by session, ask for a password and take connections without TLS by default', () => {
    expect(withPooler({ pgbouncer: {} })).toMatchObject({
      reaches: 'primary',
      tls: 'offered',
      pool: {
        mode: 'session',
        instances: 1,
        paused: false,
        authentication: 'password',
      },
    });
  });

  it('may wait, be none, be broken, and say so', () => {
    expect(
      withPooler(
        { type: 'ro', instances: 0, pgbouncer: { paused: true } },
        { phase: 'inactive', phaseReason: 'Secret "x" not found' },
      ),
    ).toMatchObject({
      reaches: 'replicas',
      instances: 1,
      pool: { instances: 0, paused: true, problem: 'Secret "x" not found' },
    });
  });

  // IsAutomatedIntegration and GetClientTLSSecretNameOrDefault in api/v1/pooler_funcs.go.
  it('ask by rules of their own, and show a certificate of their own, where they are given those', () => {
    const endpoint = withPooler({
      pgbouncer: {
        poolMode: 'transaction',
        pg_hba: ['hostssl all all all cert'],
        clientTLSSecret: { name: 'pool-tls' },
        parameters: { client_tls_sslmode: 'verify-full' },
      },
    });
    expect(endpoint).toMatchObject({ tls: 'required', certificate: {} });
    expect(endpoint?.certificate).toEqual({});
    expect(endpoint?.pool?.authentication).toBeUndefined();
    expect(endpoint?.pool?.mode).toBe('transaction');
  });
});

describe('the application', () => {
  const bootstrappedBy = (bootstrap: object, more: object = {}) => {
    const { databases, roles } = connectionWith({ bootstrap, ...more });
    return [
      databases[0]?.name,
      databases[0]?.owner,
      roles[0]?.credentials.map(({ secret, madeBy }) => `${secret} ${madeBy}`),
    ];
  };

  // GetApplicationSecretName and ShouldCreateApplicationSecret in api/v1/cluster_funcs.go; defaultInitDB, defaultRecovery and
  // defaultPgBaseBackup in api/v1/cluster_defaults.go.
  it.each([
    [{ initdb: {} }, 'app', 'app', ['orders-app operator']],
    [{ initdb: { database: 'shop' } }, 'shop', 'shop', ['orders-app operator']],
    [
      { initdb: { database: 'shop', owner: 'web', secret: { name: 'mine' } } },
      'shop',
      'web',
      ['mine others'],
    ],
    [
      { initdb: { secret: { name: '' } } },
      'app',
      'app',
      ['orders-app operator'],
    ],
    [{ recovery: { source: 'x' } }, 'app', 'app', ['orders-app operator']],
    [
      { recovery: { database: 'a', owner: 'b', secret: { name: 'c' } } },
      'a',
      'b',
      ['c others'],
    ],
    [
      { pg_basebackup: { database: 'a', secret: { name: 'c' } } },
      'a',
      'a',
      ['c others'],
    ],
    [
      { initdb: { import: { type: 'microservice' } } },
      'app',
      'app',
      ['orders-app operator'],
    ],
    [
      { initdb: { import: { type: 'monolith' } } },
      undefined,
      undefined,
      undefined,
    ],
  ])('made by %j', (bootstrap, ...expected) => {
    expect(bootstrappedBy(bootstrap)).toEqual(expected);
  });

  it('of a replica cluster has no Secret that its operator would make', () => {
    const replica = { enabled: true, source: 'orders-eu' };
    expect(
      bootstrappedBy({ recovery: { source: 'orders-eu' } }, { replica }),
    ).toEqual(['app', 'app', []]);
    expect(bootstrappedBy({ initdb: {} }, { replica })).toEqual([
      'app',
      'app',
      ['orders-app operator'],
    ]);
    const { databases, roles } = connectionWith({
      bootstrap: { recovery: {} },
      replica,
    });
    expect([databases[0].assumed, roles[0].assumed]).toEqual([true, true]);
  });

  it('of a restored copy is its own', () => {
    expect(
      connectionOf([...orders, ordersCopy], {}, 'orders-copy').roles[0],
    ).toMatchObject({
      name: 'app',
      credentials: [{ secret: 'orders-copy-app' }],
    });
  });

  // CreateSecret in pkg/specs/secrets.go.
  it('finds these keys in its Secret', () => {
    const [{ credentials }] = connectionWith({}).roles;
    expect(credentials[0].keys.map(({ key }) => key).sort()).toEqual(
      [
        'username',
        'user',
        'password',
        'dbname',
        'host',
        'port',
        'pgpass',
        'uri',
        'jdbc-uri',
        'fqdn-uri',
        'fqdn-jdbc-uri',
      ].sort(),
    );
  });
});

describe('roles', () => {
  it('of the Cluster are those that can log in and are to be there', () => {
    const { roles } = connectionWith({
      managed: {
        roles: [
          { name: 'readers', login: false },
          { name: 'gone', login: true, ensure: 'absent' },
          {
            name: 'report',
            login: true,
            inRoles: ['readers'],
            passwordSecret: { name: 'report-login' },
            validUntil: '2027-01-01T01:00:00+01:00',
          },
          { name: 'app', login: true, superuser: true },
        ],
      },
    });
    expect(roles).toMatchObject([
      { name: 'app', superuser: true, credentials: [{ secret: 'orders-app' }] },
      {
        name: 'report',
        memberOf: ['readers'],
        validUntil: '2027-01-01T00:00:00.000Z',
        credentials: [
          {
            secret: 'report-login',
            madeBy: 'others',
            // GetUserPasswordFromSecret in internal/management/utils/secrets.go
            keys: [{ key: 'username' }, { key: 'password' }],
          },
        ],
      },
    ]);
  });

  // GetClientCertSecretName and IsClientCertificateEnabled in api/v1/databaserole_funcs.go; TLSCertKey and TLSPrivateKeyKey in pkg/certs/certs.go;
  // the rule that a certificate needs: docs/src/declarative_role_management.md, "Configuring pg_hba.conf".
  it('that are objects may have a certificate', () => {
    const { roles } = connectionWith(
      {
        postgresql: {
          pg_hba: ['hostssl all web all cert', 'hostnossl all all all reject'],
        },
      },
      [
        objectOf(
          'DatabaseRole',
          'orders-web',
          { name: 'web', login: true, clientCertificate: {} },
          {
            applied: true,
            clientCertificate: { expiration: '2027-02-18T17:25:42Z' },
          },
        ),
        objectOf('DatabaseRole', 'orders-jobs', {
          name: 'jobs',
          login: true,
          passwordSecret: { name: 'jobs-login' },
          clientCertificate: { enabled: false },
        }),
        objectOf('DatabaseRole', 'orders-readers', { name: 'readers' }),
      ],
    );
    expect(roles.slice(1)).toMatchObject([
      {
        name: 'jobs',
        authentication: 'password',
        credentials: [{ kind: 'password', secret: 'jobs-login' }],
      },
      {
        name: 'web',
        authentication: 'client-certificate',
        definedBy: { kind: 'DatabaseRole.postgresql.cnpg.io' },
        credentials: [
          {
            kind: 'client-certificate',
            secret: 'orders-web-client-cert',
            keys: [{ key: 'tls.crt' }, { key: 'tls.key' }],
            expiresAt: '2027-02-18T17:25:42Z',
          },
        ],
      },
    ]);
  });

  it('say what the operator says against them', () => {
    const message = 'client CA secret "mine" has no private key';
    const { roles } = connectionWith({}, [
      objectOf(
        'DatabaseRole',
        'orders-web',
        { name: 'web', login: true, clientCertificate: { enabled: true } },
        {
          applied: false,
          message: 'while reconciling the role',
          clientCertificate: { message },
        },
      ),
    ]);
    expect(roles[1]).toMatchObject({
      problem: 'while reconciling the role',
      credentials: [{ problem: message }],
    });
  });

  // GetSuperuserSecretName in api/v1/cluster_funcs.go, reconcileSuperuserSecret in internal/controller/cluster_create.go.
  it.each([
    [{ enableSuperuserAccess: true }, 'orders-superuser'],
    [
      { enableSuperuserAccess: true, superuserSecret: { name: 'root' } },
      'root',
    ],
    [
      { enableSuperuserAccess: false, superuserSecret: { name: 'root' } },
      undefined,
    ],
    [{}, undefined],
  ])('include the superuser with %j as in %s', (spec, secret) => {
    const superuser = connectionWith(spec).roles.find(
      ({ name }) => name === 'postgres',
    );
    expect(superuser?.credentials[0].secret).toBe(secret);
  });
});

describe('databases', () => {
  it('that are objects come after the application', () => {
    const { databases } = connectionWith({}, [
      objectOf('Database', 'orders-audit', { name: 'audit', owner: 'app' }),
      objectOf('Database', 'orders-gone', { name: 'gone', ensure: 'absent' }),
      objectOf(
        'Database',
        'orders-closed',
        { name: 'closed', owner: 'app', allowConnections: false },
        { applied: false, message: 'role "app" does not exist' },
      ),
    ]);
    expect(databases).toMatchObject([
      { name: 'app' },
      { name: 'audit', owner: 'app', allowsConnections: true },
      {
        name: 'closed',
        allowsConnections: false,
        problem: 'role "app" does not exist',
      },
    ]);
  });

  it('are there once where the application is an object, too', () => {
    const { databases } = connectionWith({}, [
      objectOf('Database', 'a', { name: 'audit', owner: 'app' }),
      objectOf('Database', 'b', { name: 'app', owner: 'web' }),
    ]);
    expect(databases).toMatchObject([
      { name: 'app', owner: 'web' },
      { name: 'audit' },
    ]);
  });

  it('of another Cluster are not here', () => {
    const other = objectOf('Database', 'other', {
      name: 'other',
      cluster: { name: 'elsewhere' },
    });
    expect(connectionWith({}, [other]).databases).toHaveLength(1);
  });
});

describe('certificates', () => {
  // GetServerCASecretName and GetClusterAltDNSNames in api/v1/cluster_funcs.go; CACertKey in pkg/certs/certs.go.
  it('are made by the operator for all of its services', () => {
    expect(connectionWith({}).endpoints[0].certificate).toEqual({
      authority: {
        secret: 'orders-ca',
        key: 'ca.crt',
        madeBy: 'operator',
        hasPrivateKey: true,
        expiresAt: undefined,
      },
      hostNames: [
        'orders-rw',
        'orders-rw.default',
        'orders-rw.default.svc',
        'orders-ro',
        'orders-ro.default',
        'orders-ro.default.svc',
        'orders-r',
        'orders-r.default',
        'orders-r.default.svc',
      ],
    });
  });

  it('that were brought along have names that nobody tells', () => {
    const { certificate } = connectionWith({
      certificates: {
        serverCASecret: 'company-ca',
        serverTLSSecret: 'company-tls',
      },
    }).endpoints[0];
    expect(certificate.authority).toEqual({
      secret: 'company-ca',
      key: 'ca.crt',
      madeBy: 'others',
      expiresAt: undefined,
    });
    expect(certificate.hostNames).toBeUndefined();
  });

  it('of an authority that was brought along are made by the operator, with more names where asked', () => {
    expect(
      connectionWith({
        certificates: {
          serverCASecret: 'company-ca',
          serverAltDNSNames: ['orders.example.com'],
        },
      }).endpoints[0].certificate.hostNames,
    ).toContain('orders.example.com');
  });
});

describe('what was not read', () => {
  const kinds = ['Pooler', 'Database', 'DatabaseRole'].map(
    kind => `${kind}.postgresql.cnpg.io`,
  );

  it.each(['forbidden', 'not-read', 'failed', 'not-in-input'] as const)(
    'is a gap, not an absence: %s',
    reason => {
      const unread = kinds.map(kind => ({ kind, reason, message: kind }));
      expect(connectionOf(orders, { unread }).gaps).toEqual([
        { area: 'pools', ...unread[0] },
        { area: 'databases', ...unread[1] },
        { area: 'roles', ...unread[2] },
      ]);
    },
  );

  it('is nothing where the API server does not know the kind', () => {
    const unread = kinds.map(kind => ({
      kind,
      reason: 'absent' as const,
      message: kind,
    }));
    expect(connectionOf(orders, { unread }).gaps).toEqual([]);
  });
});
