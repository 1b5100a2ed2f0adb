import { JsonValue } from '@backstage/types';
import { isJsonObject, listAt, stringAt } from '../../engine';
import { DatabaseContainer, wordsOf } from './databaseContainer';

/** Where a server keeps its data within its container. */
export interface DataPaths {
  /** Each that comes into question; one where it can be told. */
  paths: string[];
  /** What the image itself declares as a volume: a mount of anything above it is not reached. */
  imageVolumes: string[];
}

/**
 * The data directory of a server, by its arguments, its environment, or its image.
 *
 * @remarks
 * Images of Docker Hub by their Dockerfiles and pages: `postgres` has `PGDATA=/var/lib/postgresql/data` and a `VOLUME` there up to 17, from 18 on
 * `/var/lib/postgresql/18/docker` and a `VOLUME` at `/var/lib/postgresql`; `mysql`, `mariadb` and `percona` have theirs at `/var/lib/mysql`, `redis`
 * and `valkey` at `/data`. Bitnami's keep everything under `/bitnami/<name>/data`, sclorg's under `/var/lib/pgsql/data` and
 * `/var/lib/mysql/data`.
 */
export function dataPathsOf(
  container: JsonValue | undefined,
  image: DatabaseContainer,
): DataPaths {
  const stated =
    statedByArguments(container, image) ?? statedByEnvironment(container);
  const { paths, imageVolumes } = byImage(image);
  return {
    paths: stated === undefined ? paths : [withoutTrailingSlash(stated)],
    imageVolumes,
  };
}

function byImage({ engine, flavour, name, version }: DatabaseContainer) {
  if (flavour === 'bitnami') {
    const [, own] = /^(postgresql|mysql|mariadb|redis|valkey)/.exec(name) ?? [];
    return { paths: [`/bitnami/${own ?? engine}/data`], imageVolumes: [] };
  }
  switch (engine) {
    case 'postgresql':
      return postgresql(name, version);
    case 'mysql':
    case 'mariadb':
      return {
        paths: ['/var/lib/mysql'],
        imageVolumes: ['/var/lib/mysql'],
      };
    default:
      return { paths: ['/data'], imageVolumes: ['/data'] };
  }
}

function postgresql(name: string, version: string | undefined): DataPaths {
  if (name === 'timescaledb-ha') {
    return { paths: ['/home/postgres/pgdata/data'], imageVolumes: [] };
  }
  if (name.startsWith('spilo-')) {
    return { paths: ['/home/postgres/pgdata'], imageVolumes: [] };
  }
  if (/^postgresql-\d/.test(name)) {
    return { paths: ['/var/lib/pgsql/data'], imageVolumes: [] };
  }
  const former = '/var/lib/postgresql/data';
  const since18 = '/var/lib/postgresql';
  const major =
    version === undefined ? undefined : Number.parseInt(version, 10);
  if (major === undefined) {
    return { paths: [former, `${since18}/0/docker`], imageVolumes: [former] };
  }
  return major >= 18
    ? { paths: [`${since18}/${major}/docker`], imageVolumes: [since18] }
    : { paths: [former], imageVolumes: [former] };
}

/** `mysqld --datadir=/data`, `postgres -D /data` or `-c data_directory=/data`, `redis-server --dir /data`. */
function statedByArguments(
  container: JsonValue | undefined,
  { engine }: DatabaseContainer,
): string | undefined {
  const words = [
    ...wordsOf(container, 'command'),
    ...wordsOf(container, 'args'),
  ];
  const options =
    engine === 'redis' || engine === 'valkey'
      ? ['--dir']
      : ['--datadir', '-D', 'data_directory'];
  for (const [index, word] of words.entries()) {
    const [option, value = words[index + 1]] = word.split('=', 2);
    if (options.includes(option) && value?.startsWith('/')) return value;
  }
  return undefined;
}

function statedByEnvironment(
  container: JsonValue | undefined,
): string | undefined {
  const names = ['PGDATA', 'POSTGRESQL_DATA_DIR', 'PGROOT'];
  const found = listAt(container, 'env').find(
    entry =>
      isJsonObject(entry) && names.includes(stringAt(entry, 'name') ?? ''),
  );
  const value = stringAt(found, 'value');
  return value?.startsWith('/') ? value : undefined;
}

/** Whether a mount at one path holds another one. */
export function covers(mountPath: string, path: string): boolean {
  const mount = withoutTrailingSlash(mountPath);
  return mount === path || path.startsWith(`${mount === '/' ? '' : mount}/`);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
