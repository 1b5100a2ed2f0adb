import { EngineName } from '@holdfast/plugin-holdfast-common';

/** What an image says about the server that it holds. */
export interface DatabaseImage {
  engine: EngineName;
  /** As exactly as name and tag tell. */
  version?: string;
  /** Who made it, where that decides where the data lies. */
  flavour: 'bitnami' | 'plain';
  /** The last part of its name, without tag: `postgres`. */
  name: string;
}

/**
 * Images of servers by the last part of their names. Whatever is not here is none: exporters (`redis_exporter`, `mysqld-exporter`), poolers
 * and proxies (`pgbouncer`, `proxysql`), consoles (`pgadmin4`, `phpmyadmin`, `adminer`), operators and backup tools.
 */
const servers: ReadonlyMap<string, EngineName> = new Map([
  ['postgres', 'postgresql'],
  ['postgresql', 'postgresql'],
  ['postgresql-repmgr', 'postgresql'],
  ['percona-distribution-postgresql', 'postgresql'],
  ['postgis', 'postgresql'],
  ['pgvector', 'postgresql'],
  ['timescaledb', 'postgresql'],
  ['timescaledb-ha', 'postgresql'],
  ['mysql', 'mysql'],
  ['mysql-server', 'mysql'],
  ['community-server', 'mysql'],
  ['enterprise-server', 'mysql'],
  ['percona', 'mysql'],
  ['percona-server', 'mysql'],
  ['percona-xtradb-cluster', 'mysql'],
  ['mariadb', 'mariadb'],
  ['mariadb-galera', 'mariadb'],
  ['redis', 'redis'],
  ['redis-stack', 'redis'],
  ['redis-stack-server', 'redis'],
  ['redis-cluster', 'redis'],
  ['valkey', 'valkey'],
  ['valkey-bundle', 'valkey'],
  ['valkey-cluster', 'valkey'],
]);

/** Names that carry the major version: `postgresql-16-c9s` and `mysql-80` of sclorg and Red Hat, `spilo-17` of Zalando. */
const versionedNames: ReadonlyArray<[RegExp, EngineName]> = [
  [/^postgresql-(\d+)(-|$)/, 'postgresql'],
  [/^spilo-(\d+)$/, 'postgresql'],
  [/^mysql-(\d+)(-|$)/, 'mysql'],
  [/^mariadb-(\d+)(-|$)/, 'mariadb'],
  [/^redis-(\d+)(-|$)/, 'redis'],
  [/^valkey-(\d+)(-|$)/, 'valkey'],
];

/** Images whose tags begin with the version of an extension. */
const versionedByExtension = new Set([
  'pgvector',
  'timescaledb',
  'timescaledb-ha',
]);

/**
 * Reads the name of an image; undefined where it is not one of a database server that is known.
 */
export function readImage(image: string): DatabaseImage | undefined {
  const [path] = image.split('@');
  const parts = path.split('/');
  const [name, tag] = (parts.pop() ?? '').split(':');
  const flavour = parts.some(part => /^bitnami/.test(part))
    ? 'bitnami'
    : 'plain';
  const engine = servers.get(name);
  if (engine) {
    return { engine, version: versionOfTag(name, tag), flavour, name };
  }
  for (const [pattern, versioned] of versionedNames) {
    const major = pattern.exec(name)?.[1];
    if (major) {
      return {
        engine: versioned,
        version: dotted(versioned, major),
        flavour,
        name,
      };
    }
  }
  return undefined;
}

function versionOfTag(
  name: string,
  tag: string | undefined,
): string | undefined {
  const ofPostgres = /(?:^|-)pg(\d+(?:\.\d+)*)/.exec(tag ?? '')?.[1];
  if (ofPostgres || versionedByExtension.has(name)) return ofPostgres;
  return /^v?(\d+(?:\.\d+)*)/.exec(tag ?? '')?.[1];
}

/** `mysql-80` is 8.0, `mariadb-1011` is 10.11. */
function dotted(engine: EngineName, digits: string): string {
  if (engine === 'mysql' && digits.length === 2) {
    return `${digits[0]}.${digits[1]}`;
  }
  return engine === 'mariadb' && digits.length >= 3
    ? `${digits.slice(0, 2)}.${digits.slice(2)}`
    : digits;
}
