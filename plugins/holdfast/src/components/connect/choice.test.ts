import { connectionOf } from '../../__testUtils__';
import {
  ConnectionChoice,
  credentialOf,
  hostOf,
  verificationOf,
} from './choice';

const { endpoints, databases, roles } = connectionOf({
  cluster: 'eu-west',
  kind: 'Cluster.postgresql.cnpg.io',
  namespace: 'shop',
  name: 'orders',
});
const [primary] = endpoints;
const pool = endpoints[3];
const [app, reporting] = roles;
const choose = (change: Partial<ConnectionChoice>): ConnectionChoice => ({
  endpoint: primary,
  database: databases[0],
  role: app,
  ...change,
});
const certified = (certificate: typeof primary.certificate) => ({
  ...primary,
  certificate,
});

describe('how far a certificate can be checked', () => {
  // PostgreSQL documentation, "SSL Support": verify-full compares the host name with the names in the certificate, verify-ca does not.
  it('is in full where it covers a name of the endpoint', () => {
    expect(verificationOf(primary)).toBe('full');
  });

  it('is by its authority where it covers none, as before a pool', () => {
    expect(verificationOf(pool)).toBe('authority');
  });

  it('is in full where its names are not known, as that fails rather than passes', () => {
    const { authority } = primary.certificate;
    expect(verificationOf(certified({ authority }))).toBe('full');
  });

  it('is not at all where its authority is not known, or there is no TLS', () => {
    expect(verificationOf(certified({}))).toBe('none');
    expect(verificationOf({ ...primary, tls: 'off' })).toBe('off');
  });
});

describe('the host to connect to', () => {
  it('is found in all namespaces', () => {
    expect(hostOf(primary)).toBe('orders-rw.shop.svc');
    expect(hostOf(pool)).toBe('orders-pooler-rw.shop.svc');
  });

  it('is the short one where the certificate has no other', () => {
    const { authority } = primary.certificate;
    expect(hostOf(certified({ authority, hostNames: ['orders-rw'] }))).toBe(
      'orders-rw',
    );
  });
});

describe('the Secret to log in with', () => {
  it.each([
    ['the database asks the owner', choose({}), 'orders-app'],
    [
      'the database asks for a certificate',
      choose({ role: reporting }),
      'orders-reporting-client-cert',
    ],
    [
      'the pool asks for what the role has not',
      choose({ endpoint: pool, role: reporting }),
      undefined,
    ],
    [
      'it is not known what is asked',
      choose({ role: { ...reporting, authentication: undefined } }),
      'orders-reporting-client-cert',
    ],
    [
      'nobody is let in',
      choose({ role: { ...app, authentication: 'refused' } }),
      undefined,
    ],
    ['there is no role', choose({ role: undefined }), undefined],
  ])('when %s', (_, choice, secret) => {
    expect(credentialOf(choice)?.secret).toBe(secret);
  });
});
