import { JsonObject, JsonValue } from '@backstage/types';
import { listAt, stringAt } from '../../engine';
import { DatabaseImage, readImage } from './images';

/** The container of a pod that runs the server. */
export interface DatabaseContainer extends DatabaseImage {
  /** Its place in `spec.containers`. */
  index: number;
}

/** What starts a server, by whatever way. */
const startsServer =
  /\b(mysqld|mysqld_safe|mariadbd)\b|\bpostgres\b|redis-server|valkey-server|redis-stack|entrypoint|patroni|launch\.sh|run\.sh|start|setup/;
/** What a container does that has the image of a server for its client. */
const startsClient =
  /\b(sleep|tail|cat|psql|pg_dump(all)?|pg_isready|mysql|mysqldump|mariadb|mariadb-dump|redis-cli|valkey-cli|crond?|bash|sh)\b/;
/** It tells clients which server to write to, and keeps nothing. */
const startsSentinel = /redis-sentinel|valkey-sentinel|--sentinel\b/;

/**
 * Finds the servers among the containers of a pod, in their order.
 *
 * @param pod - the `spec` of a pod or of its template
 */
export function findDatabaseContainers(
  pod: JsonValue | undefined,
): DatabaseContainer[] {
  return [...listAt(pod, 'containers').entries()].flatMap(
    ([index, container]) => {
      const image = readImage(stringAt(container, 'image') ?? '');
      return image && isServer(container) ? { ...image, index } : [];
    },
  );
}

function isServer(container: JsonValue): boolean {
  const command = wordsOf(container, 'command').join(' ');
  const all = `${command} ${wordsOf(container, 'args').join(' ')}`;
  if (startsSentinel.test(all)) return false;
  return !command || startsServer.test(all) || !startsClient.test(command);
}

/** The words of `command` or `args`. */
export function wordsOf(
  container: JsonObject | JsonValue | undefined,
  field: 'command' | 'args',
): string[] {
  return listAt(container, field).filter(word => typeof word === 'string');
}
