import {
  Connection,
  ConnectionEndpoint,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';

/**
 * How to connect to a database as the engine of CloudNativePG describes it: with a pool, a role that logs in with a certificate, and another
 * database.
 */
export function connectionOf(reference: ObjectReference): Connection {
  const { name, namespace = '' } = reference;
  const authority = {
    secret: `${name}-ca`,
    key: 'ca.crt',
    madeBy: 'operator' as const,
    hasPrivateKey: true,
    expiresAt: '2027-02-18T17:25:42Z',
  };
  const services = ['rw', 'ro', 'r'].map(suffix => `${name}-${suffix}`);
  const endpointOf = (
    service: string,
    reaches: ConnectionEndpoint['reaches'],
    instances: number,
  ): ConnectionEndpoint => ({
    service,
    namespace,
    port: 5432,
    serviceType: 'ClusterIP',
    definedBy: reference,
    reaches,
    writable: reaches === 'primary',
    instances,
    tls: 'required',
    certificate: {
      authority,
      hostNames: services.flatMap(known => [
        known,
        `${known}.${namespace}`,
        `${known}.${namespace}.svc`,
      ]),
    },
  });
  return {
    endpoints: [
      endpointOf(services[0], 'primary', 1),
      endpointOf(services[1], 'replicas', 2),
      endpointOf(services[2], 'any', 3),
      {
        ...endpointOf(`${name}-pooler-rw`, 'primary', 1),
        tls: 'offered',
        pool: {
          mode: 'transaction',
          instances: 2,
          paused: false,
          authentication: 'password',
        },
      },
    ],
    databases: ['app', 'audit'].map(database => ({
      name: database,
      owner: 'app',
      definedBy: reference,
      allowsConnections: true,
    })),
    roles: [
      {
        name: 'app',
        definedBy: reference,
        superuser: false,
        memberOf: [],
        authentication: 'password',
        credentials: [
          {
            kind: 'password',
            secret: `${name}-app`,
            madeBy: 'operator',
            keys: [
              { key: 'username', holds: 'username' },
              { key: 'password', holds: 'password' },
              { key: 'dbname', holds: 'database' },
              { key: 'uri', holds: 'uri' },
            ],
          },
        ],
      },
      {
        name: 'reporting',
        definedBy: reference,
        superuser: false,
        memberOf: ['pg_read_all_data'],
        authentication: 'client-certificate',
        credentials: [
          {
            kind: 'client-certificate',
            secret: `${name}-reporting-client-cert`,
            madeBy: 'operator',
            keys: [
              { key: 'tls.crt', holds: 'certificate' },
              { key: 'tls.key', holds: 'private-key' },
            ],
            expiresAt: '2027-02-18T17:25:42Z',
          },
        ],
      },
    ],
    gaps: [],
  };
}
