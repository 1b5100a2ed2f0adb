import { JsonValue } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  KubernetesObject,
  listAt,
  objectAt,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../../engine';
import { persistentVolumeClaims } from '../../volumes/resources';
import { Family, familyOf, unnamedHostKey } from '../keys';
import { readImage } from '../images';
import { isPartOfAnother } from '../owners';
import { mountsOf } from '../podVolumes';
import { cronJobs } from '../resources';
import { Destination, destinationOf, JobContainer } from './destination';
import { connectedHost, ConnectedHost, environmentHost } from './hostNames';
import { basename, readScript, ScriptCommand } from './readScript';
import { DumpCommand, dumpCommandOf } from './tools';

/**
 * What a job that dumps a database shows of itself; kept as `dump` in its fact, in place of arguments and environments that may hold secrets.
 */
export type Dump = {
  /** The program, or the image where no program is shown. */
  tool: string;
  family: Family;
  /** What of the server it holds; absent for all of it. */
  part?: string;
  /** See {@link DumpCommand.wholeDatabase}. */
  wholeDatabase?: string;
  needsWal?: boolean;
  /** The keys of the host names that it connects to; none where the manifest does not show them. */
  hosts: FactKey[];
  /** The keys of the claims that it mounts. */
  claims: FactKey[];
  /** Whatever it may be about. */
  about: FactKey[];
  /** The manifest does not show what is run, and so neither what is dumped. */
  isHidden?: boolean;
  /** Why its success does not mean that the dump succeeded. */
  unproven?: 'pipe' | 'sequence';
  destination: Destination;
  /** The field that all of this was read from. */
  path: (string | number)[];
};

/** Images that dump a database by themselves: `postgres-backup-local`, `mysql-backup-s3`, `mysql-cron-backup`. */
const dumpingImage =
  /^(?:docker-)?(postgres(?:ql)?|pg|mysql|mariadb|redis|valkey)-?(?:dump|(?:cron-?|db-?)?backup)(?:-.*)?$|^pgdump/;

/**
 * Reads a CronJob or a Job; undefined where it dumps no database as far as its manifest shows, or where it belongs to an operator.
 */
export function readDump(
  resource: WatchedResource,
  object: KubernetesObject,
): Dump | undefined {
  if (isPartOfAnother(object)) return undefined;
  const pod =
    qualifiedKind(resource) === qualifiedKind(cronJobs)
      ? ['jobTemplate', 'spec', 'template', 'spec']
      : ['template', 'spec'];
  const { spec } = object;
  const { namespace, name } = object.metadata;
  const template = objectAt(spec, ...pod);
  const containers = ['initContainers', 'containers'].flatMap(list =>
    listAt(template, list).map((container, index) => {
      const path = [...pod, list, index];
      return {
        container,
        path,
        script: readScript(container),
        mounts: mountsOf({ spec, pod, container: path }),
      };
    }),
  );
  for (const { path, script, mounts } of containers) {
    for (const command of script.commands) {
      const found = dumpCommandOf(command);
      if (!found) continue;
      const host = connectedHost({ command, script, namespace });
      return dumpOf({
        found,
        host,
        namespace,
        own: { script, mounts },
        unproven: unprovenBy(command, script),
        destination: destinationOf({
          command,
          container: { script, mounts },
          containers,
        }),
        path: ['spec', ...path, script.field],
      });
    }
  }
  for (const { container, path, script, mounts } of containers) {
    const found = hiddenDump(container, name, script.commands);
    if (!found) continue;
    return {
      ...dumpOf({
        found,
        host: environmentHost(script, namespace),
        namespace,
        own: { script, mounts },
        unproven: undefined,
        destination: { kind: 'unknown' },
        path: ['spec', ...path, 'image'],
      }),
      isHidden: true,
    };
  }
  return undefined;
}

function dumpOf(options: {
  found: DumpCommand;
  host: ConnectedHost;
  namespace: string | undefined;
  own: JobContainer;
  unproven: Dump['unproven'];
  destination: Destination;
  path: Dump['path'];
}): Dump {
  const { found, host, namespace, own, unproven, destination, path } = options;
  const claims = own.mounts.flatMap(({ source }) =>
    source.kind === 'claim'
      ? factKeyOf({
          kind: qualifiedKind(persistentVolumeClaims),
          namespace,
          name: source.claim,
        })
      : [],
  );
  const hosts = host.isNamed ? host.keys : [];
  return {
    ...found,
    hosts,
    claims,
    // What connects to a server outside of the cluster is about none in it.
    about: host.isNamed
      ? hosts
      : [...claims, unnamedHostKey(namespace, found.family)],
    ...(unproven && { unproven }),
    destination,
    path,
  };
}

/** What a script ends with that is to fail. */
const failing = new Set(['exit', 'false', 'return', 'die', 'kill']);

/**
 * Whether a script ends well though the dump in it failed: in a pipeline the last command decides, in a script the last one, unless it is told
 * otherwise (POSIX.1-2024, Shell Command Language, 2.9.2 and 2.8.2).
 */
function unprovenBy(
  command: ScriptCommand,
  { commands, endsOnError, pipefail }: ReturnType<typeof readScript>,
): Dump['unproven'] {
  const begin = commands.indexOf(command);
  let last = begin;
  while (commands[last]?.next === '|') last += 1;
  // `|| true` makes a success of any failure; `|| exit 1` does not.
  if (commands[last]?.next === '||') {
    const [instead = ''] = commands[last + 1]?.words ?? [];
    if (!failing.has(instead)) return 'sequence';
  }
  if (command.next === '|') return pipefail ? undefined : 'pipe';
  const isFollowed = begin < commands.length - 1;
  const isLooked = command.isTested || endsOnError;
  return command.next === ';' && isFollowed && !isLooked
    ? 'sequence'
    : undefined;
}

/** An image that is made for it, or that of a server with a script of the job's own that is called a backup. */
function hiddenDump(
  container: JsonValue,
  job: string,
  commands: readonly ScriptCommand[],
): DumpCommand | undefined {
  const reference = stringAt(container, 'image') ?? '';
  const [withoutTag] = basename(reference.split('@')[0]).split(':');
  const [made, subject] = dumpingImage.exec(withoutTag) ?? [];
  if (made !== undefined) {
    return { tool: withoutTag, family: familyOfName(subject ?? 'pg') };
  }
  const image = readImage(reference);
  const runsScript = commands.some(({ words }) =>
    words.some(
      word =>
        /^[\w./-]*\/[\w.-]+$/.test(word) && !/^\/(usr\/)?bin\//.test(word),
    ),
  );
  return image && runsScript && /backup|dump/i.test(job)
    ? { tool: 'a script', family: familyOf(image.engine) }
    : undefined;
}

function familyOfName(name: string): Family {
  if (/^(postgres|pg)/.test(name)) return 'postgresql';
  return /^(mysql|mariadb)/.test(name) ? 'mysql' : 'redis';
}
