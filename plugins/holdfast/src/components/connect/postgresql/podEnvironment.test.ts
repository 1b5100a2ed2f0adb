import { parse } from 'yaml';
import { connectionOf } from '../../../__testUtils__';
import { podEnvironment } from './podEnvironment';

// Names of variables: PostgreSQL documentation, "Environment Variables" of libpq. Fields: Kubernetes API, EnvVar and ProjectedVolumeSource of v1.

const { endpoints, databases, roles } = connectionOf({
  cluster: 'eu-west',
  kind: 'Cluster.postgresql.cnpg.io',
  namespace: 'shop',
  name: 'orders',
});
const [endpoint, , , pool] = endpoints;
const [database] = databases;
const [app, reporting] = roles;

it('takes the password from its Secret, and of the authority no more than its certificate', () => {
  expect(podEnvironment({ endpoint, database, role: app })).toBe(
    `# in the container
env:
  - name: PGHOST
    value: orders-rw.shop.svc
  - name: PGPORT
    value: "5432"
  - name: PGDATABASE
    value: app
  - name: PGUSER
    value: app
  - name: PGPASSWORD
    valueFrom:
      secretKeyRef:
        name: orders-app
        key: password
  - name: PGSSLMODE
    value: verify-full
  - name: PGSSLROOTCERT
    value: /etc/postgresql-tls/ca.crt
volumeMounts:
  - name: postgresql-tls
    mountPath: /etc/postgresql-tls
    readOnly: true
# in the pod
volumes:
  - name: postgresql-tls
    projected:
      defaultMode: 288 # 0440
      sources:
        - secret:
            name: orders-ca
            items:
              - key: ca.crt
                path: ca.crt
`,
  );
});

it('mounts the certificate of a role that has one', () => {
  const { env, volumes } = parse(
    podEnvironment({ endpoint, database, role: reporting }),
  );
  expect(env).toEqual(
    expect.arrayContaining([
      { name: 'PGUSER', value: 'reporting' },
      { name: 'PGSSLCERT', value: '/etc/postgresql-tls/tls.crt' },
      { name: 'PGSSLKEY', value: '/etc/postgresql-tls/tls.key' },
    ]),
  );
  expect(JSON.stringify(env)).not.toContain('PGPASSWORD');
  const { sources, defaultMode } = volumes[0].projected;
  expect(sources[1].secret).toEqual({
    name: 'orders-reporting-client-cert',
    items: [{ key: 'tls.crt', path: 'tls.crt' }],
  });
  // PostgreSQL documentation, "Client Certificates": "the file may be owned by root and have group read access".
  expect(defaultMode.toString(8)).toBe('440');
});

it('leaves the host name out of the check where the certificate does not have it', () => {
  const { env } = parse(
    podEnvironment({ endpoint: pool, database, role: app }),
  );
  expect(env).toContainEqual({ name: 'PGSSLMODE', value: 'verify-ca' });
});

it('needs no files where there is no authority to trust', () => {
  const text = podEnvironment({
    endpoint: { ...endpoint, certificate: {} },
    database,
    role: app,
  });
  expect(Object.keys(parse(text))).toEqual(['env']);
  expect(text).toContain('value: require');
});

it('quotes names that YAML would take for something else', () => {
  const { env } = parse(
    podEnvironment({
      endpoint,
      database: { ...database, name: 'yes' },
      role: { ...app, name: '1e3: #x' },
    }),
  );
  expect(env).toEqual(
    expect.arrayContaining([
      { name: 'PGDATABASE', value: 'yes' },
      { name: 'PGUSER', value: '1e3: #x' },
    ]),
  );
});
