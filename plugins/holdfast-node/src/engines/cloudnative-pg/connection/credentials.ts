import { Credential } from '@holdfast/plugin-holdfast-common';

type Keys = Credential['keys'];

/** What the operator puts into a Secret that it makes (`CreateSecret` in `pkg/specs/secrets.go`). */
const ownKeys: Keys = [
  { key: 'username', holds: 'username' },
  { key: 'password', holds: 'password' },
  { key: 'dbname', holds: 'database' },
  { key: 'host', holds: 'host' },
  { key: 'port', holds: 'port' },
  { key: 'uri', holds: 'uri' },
  { key: 'jdbc-uri', holds: 'jdbc-uri' },
  { key: 'fqdn-uri', holds: 'uri' },
  { key: 'fqdn-jdbc-uri', holds: 'jdbc-uri' },
  { key: 'pgpass', holds: 'password-file' },
  { key: 'user', holds: 'username' },
];

/** What it asks of a Secret that somebody else makes (`GetUserPasswordFromSecret` in `internal/management/utils/secrets.go`). */
const basicKeys: Keys = [
  { key: 'username', holds: 'username' },
  { key: 'password', holds: 'password' },
];

/** `GenerateCertificateSecret` in `pkg/certs/certs.go`. */
const certificateKeys: Keys = [
  { key: 'tls.crt', holds: 'certificate' },
  { key: 'tls.key', holds: 'private-key' },
];

export function ownPassword(secret: string): Credential {
  return { kind: 'password', secret, keys: ownKeys, madeBy: 'operator' };
}

export function namedPassword(secret: string): Credential {
  return { kind: 'password', secret, keys: basicKeys, madeBy: 'others' };
}

export function clientCertificate(
  secret: string,
  state: Pick<Credential, 'expiresAt' | 'problem'>,
): Credential {
  return {
    kind: 'client-certificate',
    secret,
    keys: certificateKeys,
    madeBy: 'operator',
    ...state,
  };
}
