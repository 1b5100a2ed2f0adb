import { connectionOf } from '../../../__testUtils__';
import { localSession } from './localSession';

const { endpoints, databases, roles } = connectionOf({
  cluster: 'eu-west',
  kind: 'Cluster.postgresql.cnpg.io',
  namespace: 'shop',
  name: 'orders',
});
const [endpoint, , , pool] = endpoints;
const [database] = databases;
const [app, reporting] = roles;
const options = {
  place: { cluster: 'eu-west', namespace: 'shop' },
  localPort: 15432,
};
const kubectl = 'kubectl --context=eu-west --namespace=shop';

// PostgreSQL documentation, "Parameter Key Words": with both given, hostaddr is connected to, and host is what verify-full compares.
it('checks the certificate as in the Kubernetes cluster', () => {
  const session = localSession({ endpoint, database, role: app }, options);
  expect(session).toEqual({
    files: `${kubectl} get secret/orders-ca --output 'jsonpath={.data.ca\\.crt}' | base64 --decode > orders-ca.crt`,
    psql: `psql 'host=orders-rw.shop.svc hostaddr=127.0.0.1 port=15432 dbname=app user=app sslmode=verify-full sslrootcert=orders-ca.crt'`,
    variables: [
      'export PGHOST=orders-rw.shop.svc',
      'export PGHOSTADDR=127.0.0.1',
      'export PGPORT=15432',
      'export PGDATABASE=app',
      'export PGUSER=app',
      'export PGSSLMODE=verify-full',
      'export PGSSLROOTCERT=orders-ca.crt',
      `export PGPASSWORD="$(${kubectl} get secret/orders-app --output 'jsonpath={.data.password}' | base64 --decode)"`,
    ].join('\n'),
  });
});

it('fetches the certificate and the key of a role, and keeps the key to oneself', () => {
  const { files, psql, variables } = localSession(
    { endpoint, database, role: reporting },
    options,
  );
  expect(files.split('\n').slice(1)).toEqual([
    'umask 077',
    expect.stringMatching(/tls\\\.crt.* > orders-reporting-client-cert\.crt$/),
    expect.stringMatching(/tls\\\.key.* > orders-reporting-client-cert\.key$/),
  ]);
  expect(psql).toContain(
    'sslcert=orders-reporting-client-cert.crt sslkey=orders-reporting-client-cert.key',
  );
  expect(variables).not.toContain('PGPASSWORD');
});

it('leaves out the host name before a pool whose certificate does not have it', () => {
  expect(
    localSession({ endpoint: pool, database, role: app }, options).psql,
  ).toContain('sslmode=verify-ca');
});

// PostgreSQL documentation, "Keyword/Value Connection Strings": single quotes around, and a backslash before quotes and backslashes.
it('quotes names for libpq, and what comes of it for the shell', () => {
  const { psql, variables } = localSession(
    {
      endpoint,
      database: { ...database, name: `it's` },
      role: { ...app, name: 'web user' },
    },
    options,
  );
  expect(psql).toContain(`dbname='\\''it\\'\\''s'\\'' user='\\''web user'\\''`);
  expect(variables).toContain(`export PGDATABASE='it'\\''s'`);
  expect(variables).toContain(`export PGUSER='web user'`);
});

it('leaves out what is not known', () => {
  expect(localSession({ endpoint }, options).psql).not.toMatch(/dbname|user/);
});
