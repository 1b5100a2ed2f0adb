import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { EngineName } from '@holdfast/plugin-holdfast-common';
import {
  Fact,
  isJsonObject,
  KubernetesObject,
  listAt,
  numberAt,
  objectAt,
  stringAt,
} from '../../engine';
import { namesOfPods } from '../servers/namesOfPods';
import { DatabaseContainer, findDatabaseContainers } from './databaseContainer';
import { familyOf } from './keys';
import { dataSource, mountsOf, VolumeSource } from './podVolumes';
import { readRedisDirectives, RedisDirectives } from './redisDirectives';

/**
 * What the pods of a workload tell of the server in them; kept as `server` in the fact of the workload, in place of commands and environments that
 * may hold secrets.
 */
export type Server = {
  engine: EngineName;
  version?: string;
  /** The name of its image, without registry and tag. */
  image: string;
  /** Its place among the containers. */
  container: number;
  /** What the data lies on; absent where that is nothing. */
  data?: VolumeSource;
  /** Claims that are mounted beside the data. */
  others: VolumeSource[];
  /**
   * How its image is told to replicate, in the words of Bitnami's images: `master` and `slave`, or newer ones. `together`: by the image itself, each
   * with all others.
   */
  replication?: 'primary' | 'replica' | 'together';
  /** Where that is said. */
  replicationPath?: (string | number)[];
  /** The images of other servers in the same pods, and the place of the first. */
  besides?: { images: string; container: number };
  /** The one database that its image is told to make, by name; absent where that is not in plain text. */
  database?: string;
  /** Of a server that works in memory: what it is told about keeping its data. */
  redis?: RedisDirectives;
};

const pod = ['template', 'spec'];

/**
 * Finds the database server in a workload; undefined where none of its containers is one.
 */
export function readServer({ spec }: KubernetesObject): Server | undefined {
  const template = objectAt(spec, ...pod);
  const [container, ...besides] = findDatabaseContainers(template);
  if (!spec || !container) return undefined;
  const data = dataSource(spec, container);
  const others = mountsOf({
    spec,
    pod,
    container: [...pod, 'containers', container.index],
  }).flatMap(({ source }) =>
    (source.kind === 'claim' || source.kind === 'template') &&
    !isSame(source, data)
      ? source
      : [],
  );
  return {
    engine: container.engine,
    ...(container.version !== undefined && { version: container.version }),
    image: container.name,
    container: container.index,
    ...(data && { data }),
    others,
    ...(familyOf(container.engine) === 'redis' && {
      redis: readRedisDirectives(
        objectAt(template, 'containers', container.index),
        container,
      ),
    }),
    ...(besides.length > 0 && {
      besides: {
        images: besides
          .map(({ name }) => name)
          .slice(0, 10)
          .join(', '),
        container: besides[0].index,
      },
    }),
    ...readDatabase(template, container),
    ...readReplication(template, container),
  };
}

/** As the images `postgres`, `mysql` and `mariadb` of Docker, those of Bitnami and those of sclorg are told. */
const databaseVariables: Partial<Record<EngineName, RegExp>> = {
  postgresql: /^(POSTGRES_DB|POSTGRESQL_DATABASE)$/,
  mysql: /^MYSQL_DATABASE$/,
  mariadb: /^(MARIADB|MYSQL)_DATABASE$/,
};

function readDatabase(
  template: JsonObject,
  { index, engine }: DatabaseContainer,
): Pick<Server, 'database'> {
  const variable = databaseVariables[engine];
  const names = new Set(
    listAt(template, 'containers', index, 'env').flatMap(entry =>
      variable?.test(stringAt(entry, 'name') ?? '')
        ? stringAt(entry, 'value') ?? ''
        : [],
    ),
  );
  const [database = ''] = names;
  // Whatever is no name may be anything.
  return names.size === 1 && /^[A-Za-z_][\w-]{0,62}$/.test(database)
    ? { database }
    : {};
}

function isSame(a: VolumeSource, b: VolumeSource | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const replicationVariable =
  /^(POSTGRESQL|MYSQL|MARIADB|REDIS|VALKEY)_REPLICATION_MODE$/;

/** `POSTGRESQL_REPLICATION_MODE` and its like of Bitnami's images, and images that are made to replicate. */
function readReplication(
  template: JsonObject,
  { index, name }: DatabaseContainer,
): Pick<Server, 'replication' | 'replicationPath'> {
  const path = ['containers', index];
  const entries = listAt(template, ...path, 'env');
  const at = entries.findIndex(entry =>
    replicationVariable.test(stringAt(entry, 'name') ?? ''),
  );
  const mode = stringAt(entries[at], 'value');
  if (mode) {
    const follows = /^(slave|replica|secondary)$/.test(mode);
    return {
      replication: follows ? 'replica' : 'primary',
      replicationPath: ['spec', ...pod, ...path, 'env', at, 'value'],
    };
  }
  return /-(repmgr|galera)$/.test(name)
    ? {
        replication: 'together',
        replicationPath: ['spec', ...pod, ...path, 'image'],
      }
    : {};
}

/**
 * The server of a workload's fact, as {@link readServer} left it there.
 *
 * @throws InputError when the fact holds none: it was not projected by this engine
 */
export function serverOf({ name, data }: Pick<Fact, 'name' | 'data'>): Server {
  const { server } = data;
  if (!isServer(server)) {
    throw new InputError(`The fact of ${name} holds no server`);
  }
  return server;
}

/** What a workload is, also where the rest of its fact cannot be described. */
export function engineNameOf({
  data,
}: Pick<Fact, 'data'>): EngineName | undefined {
  const { server } = data;
  return isServer(server) ? server.engine : undefined;
}

function isServer(value: JsonValue | undefined): value is Server {
  return (
    isJsonObject(value) &&
    typeof value.engine === 'string' &&
    typeof value.container === 'number' &&
    Array.isArray(value.others)
  );
}

/** The pods that a StatefulSet is told to have, by name. */
export function podsOfStatefulSet(
  name: string,
  spec: JsonObject | undefined,
): string[] {
  return namesOfPods(
    name,
    numberAt(spec, 'replicas') ?? 1,
    Math.trunc(numberAt(spec, 'ordinals', 'start') ?? 0),
  );
}
