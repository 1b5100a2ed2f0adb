import { hostBasedRule } from './hostBasedRule';

// The form of a record: PostgreSQL documentation, "The pg_hba.conf File".
it.each([
  ['hostnossl all all all reject', 'hostnossl all all all reject'],
  [
    'host  app\tweb  10.0.0.0/8  scram-sha-256',
    'host app web 10.0.0.0/8 scram-sha-256',
  ],
  [
    'host app web 10.0.0.0 255.0.0.0 md5',
    'host app web 10.0.0.0 255.0.0.0 md5',
  ],
  [
    'host app "web user",jobs all cert map=jobs',
    'host app "web user",jobs all cert',
  ],
  ['host app web, jobs all cert # both', 'host app web,jobs all cert'],
  ['local all all peer map=local', 'local all all peer'],
  ['# hostssl all all all cert', ''],
  ['include /etc/extra.conf', 'include'],
])('%s', (line, kept) => {
  expect(hostBasedRule(line)).toBe(kept);
});

// Options of the methods ldap and radius: PostgreSQL documentation, "LDAP Authentication" and "RADIUS Authentication".
it.each([
  'host all all 0.0.0.0/0 ldap ldapserver=ldap.example.com ldapbinddn="cn=reader" ldapbindpasswd="hunter2"',
  'host all all 10.0.0.0 255.0.0.0 radius radiusservers="r" radiussecrets="hunter2"',
  'local all all ldap ldapbindpasswd=hunter2',
  'hostname all all all md5 hunter2',
])('keeps no password: %s', line => {
  expect(hostBasedRule(line)).not.toContain('hunter2');
});

it('keeps nothing of what is no line', () => {
  expect(hostBasedRule({ type: 'host' })).toBeUndefined();
});
