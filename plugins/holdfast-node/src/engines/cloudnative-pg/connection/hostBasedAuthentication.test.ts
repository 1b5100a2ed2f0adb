import { describeOne, patch } from '../../__testUtils__/recording';
import { orders } from '../../__testUtils__/orders';

const connectionWith = (rules: readonly string[], more: object = {}) => {
  const { connection } = describeOne(
    'orders',
    patch(orders, 'Cluster', ['spec', 'postgresql'], {
      pg_hba: rules,
      ...more,
    }),
  );
  return {
    tls: connection?.endpoints[0].tls,
    asked: connection?.roles[0].authentication,
  };
};

// "The first record with a matching connection type, client address, requested database, and user name is used": PostgreSQL documentation, "The
// pg_hba.conf File". What the operator writes after the user's own: hbaTemplateString in pkg/postgres/configuration.go of 1.30.
it.each([
  [[], 'offered', 'password'],
  [['hostnossl all all all reject'], 'required', 'password'],
  [
    ['hostssl all app all cert', 'hostnossl all all all reject'],
    'required',
    'client-certificate',
  ],
  [['hostssl all app all cert'], 'offered', 'client-certificate'],
  [['hostssl all "app" all cert'], 'offered', 'client-certificate'],
  [['hostssl all others,app all cert'], 'offered', 'client-certificate'],
  [['hostssl all others all cert'], 'offered', 'password'],
  // What is true of some addresses or databases only is not told.
  [['hostssl all app 10.0.0.0/8 cert'], 'offered', undefined],
  [['hostssl app app all cert'], 'offered', undefined],
  [['hostssl all +admins all cert'], 'offered', undefined],
  [['hostssl replication all all cert'], 'offered', 'password'],
  [['host all all 0.0.0.0/0 md5'], 'offered', 'password'],
  [['hostnossl all all 0.0.0.0/0 reject'], 'offered', 'password'],
  [['host all app all reject'], 'offered', 'refused'],
  [['host all all all trust'], 'offered', 'other'],
  [['local all all peer'], 'offered', 'password'],
  [['include /etc/extra.conf'], 'unknown', undefined],
])('%j', (rules, tls, asked) => {
  expect(connectionWith(rules)).toEqual({ tls, asked });
});

it('LDAP comes before the last rule', () => {
  expect(
    connectionWith([], {
      ldap: { server: 'ldap', bindAsAuth: { prefix: 'x' } },
    }).asked,
  ).toBeUndefined();
  expect(connectionWith([], { ldap: { server: 'ldap' } }).asked).toBe(
    'password',
  );
});
