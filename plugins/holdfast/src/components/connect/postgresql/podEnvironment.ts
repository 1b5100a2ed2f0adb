import { Credential } from '@holdfast/plugin-holdfast-common';
import { stringify } from 'yaml';
import {
  ConnectionChoice,
  credentialOf,
  hostOf,
  keyOf,
  verificationOf,
} from '../choice';
import { sslMode } from './sslMode';

const mountPath = '/etc/postgresql-tls';
const volumeName = 'postgresql-tls';

/** Read by its owner and group alone: libpq refuses a private key that others can read. */
const fileMode = 0o440;

/** An entry of `env` in a container, which takes its value from a Secret where that is secret. */
type Variable =
  | { name: string; value: string }
  | {
      name: string;
      valueFrom: { secretKeyRef: { name: string; key: string } };
    };

interface MountedFile {
  secret: string;
  key: string;
  path: string;
}

/**
 * What a container in the namespace of the database needs to connect, for whatever uses libpq's variables (PostgreSQL documentation, "Environment
 * Variables"). Of Secrets it mounts the keys that are needed and no others: that of an authority may hold its private key.
 */
export function podEnvironment(choice: ConnectionChoice): string {
  const { endpoint, database, role } = choice;
  const { authority } = endpoint.certificate;
  const verification = verificationOf(endpoint);
  const credential = credentialOf(choice);
  const files: MountedFile[] = [
    ...(authority && verification !== 'off'
      ? [{ ...authority, path: 'ca.crt' }]
      : []),
    ...clientFiles(credential),
  ].map(({ secret, key, path }) => ({ secret, key, path }));
  const at = (name: string, path: string): Variable[] =>
    files.some(file => file.path === path)
      ? [{ name, value: `${mountPath}/${path}` }]
      : [];

  const env: Variable[] = [
    { name: 'PGHOST', value: hostOf(endpoint) },
    { name: 'PGPORT', value: String(endpoint.port) },
    ...(database ? [{ name: 'PGDATABASE', value: database.name }] : []),
    ...(role ? [{ name: 'PGUSER', value: role.name }] : []),
    ...password(credential),
    { name: 'PGSSLMODE', value: sslMode[verification] },
    ...at('PGSSLROOTCERT', 'ca.crt'),
    ...at('PGSSLCERT', 'tls.crt'),
    ...at('PGSSLKEY', 'tls.key'),
  ];
  if (files.length === 0) return stringify({ env });
  return [
    '# in the container',
    stringify({
      env,
      volumeMounts: [{ name: volumeName, mountPath, readOnly: true }],
    }).trimEnd(),
    '# in the pod',
    stringify({
      volumes: [
        {
          name: volumeName,
          projected: {
            defaultMode: fileMode,
            sources: files.map(({ secret, key, path }) => ({
              secret: { name: secret, items: [{ key, path }] },
            })),
          },
        },
      ],
    }).replace(`: ${fileMode}\n`, `: ${fileMode} # 0${fileMode.toString(8)}\n`),
  ].join('\n');
}

function password(credential: Credential | undefined): Variable[] {
  const key = credential && keyOf(credential, 'password');
  return key
    ? [
        {
          name: 'PGPASSWORD',
          valueFrom: { secretKeyRef: { name: credential.secret, key } },
        },
      ]
    : [];
}

function clientFiles(credential: Credential | undefined): MountedFile[] {
  if (credential?.kind !== 'client-certificate') return [];
  const { secret, keys } = credential;
  return keys.flatMap(({ key, holds }) => {
    const path = { certificate: 'tls.crt', 'private-key': 'tls.key' }[
      String(holds)
    ];
    return path ? [{ secret, key, path }] : [];
  });
}
