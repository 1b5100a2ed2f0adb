import { SecretKey } from '@holdfast/plugin-holdfast-common';
import { quoted } from '../../shell/quoted';
import {
  ConnectionChoice,
  credentialOf,
  hostOf,
  keyOf,
  verificationOf,
} from '../choice';
import { KubernetesPlace, readSecretCommand } from '../kubectl';
import { sslMode } from './sslMode';

/**
 * What to type on one's own machine once a port is forwarded.
 */
export interface LocalSession {
  /** Brings the files that are needed; empty when there are none. */
  files: string;
  psql: string;
  /** The same for whatever reads libpq's variables. */
  variables: string;
}

/** A parameter of libpq with the variable that stands for it (PostgreSQL documentation, "Parameter Key Words" and "Environment Variables"). */
type Parameter = [parameter: string, variable: string, value: string];

/**
 * Connects through a forwarded port. `hostaddr` says where to, and `host` whose certificate is expected, so that it is checked as it would be in
 * the Kubernetes cluster.
 */
export function localSession(
  choice: ConnectionChoice,
  options: { place: KubernetesPlace; localPort: number },
): LocalSession {
  const { place, localPort } = options;
  const { endpoint, database, role } = choice;
  const { authority } = endpoint.certificate;
  const verification = verificationOf(endpoint);
  const credential = credentialOf(choice);
  const fetched: string[] = [];
  const fetch = (from: SecretKey, file: string) => {
    fetched.push(`${readSecretCommand(place, from)} > ${quoted(file)}`);
    return file;
  };

  const parameters: Parameter[] = [
    ['host', 'PGHOST', hostOf(endpoint)],
    ['hostaddr', 'PGHOSTADDR', '127.0.0.1'],
    ['port', 'PGPORT', String(localPort)],
  ];
  if (database) parameters.push(['dbname', 'PGDATABASE', database.name]);
  if (role) parameters.push(['user', 'PGUSER', role.name]);
  parameters.push(['sslmode', 'PGSSLMODE', sslMode[verification]]);
  if (authority && verification !== 'off') {
    const file = fetch(authority, `${authority.secret}.crt`);
    parameters.push(['sslrootcert', 'PGSSLROOTCERT', file]);
  }
  if (credential?.kind === 'client-certificate') {
    const { secret } = credential;
    const certificate = keyOf(credential, 'certificate');
    const key = keyOf(credential, 'private-key');
    if (certificate && key) {
      // libpq refuses a private key that others can read.
      fetched.push('umask 077');
      parameters.push(
        [
          'sslcert',
          'PGSSLCERT',
          fetch({ secret, key: certificate }, `${secret}.crt`),
        ],
        ['sslkey', 'PGSSLKEY', fetch({ secret, key }, `${secret}.key`)],
      );
    }
  }

  const words = parameters.map(
    ([name, , value]) => `${name}=${literal(value)}`,
  );
  const passwordKey = credential && keyOf(credential, 'password');
  return {
    files: fetched.join('\n'),
    psql: `psql ${quoted(words.join(' '))}`,
    variables: [
      ...parameters.map(
        ([, variable, value]) => `export ${variable}=${quoted(value)}`,
      ),
      ...(passwordKey
        ? [
            `export PGPASSWORD="$(${readSecretCommand(place, {
              secret: credential.secret,
              key: passwordKey,
            })})"`,
          ]
        : []),
    ].join('\n'),
  };
}

/** A value in a connection string (PostgreSQL documentation, "Keyword/Value Connection Strings"). */
function literal(value: string): string {
  return /^[\w.:/-]+$/.test(value)
    ? value
    : `'${value.replace(/[\\']/g, found => `\\${found}`)}'`;
}
