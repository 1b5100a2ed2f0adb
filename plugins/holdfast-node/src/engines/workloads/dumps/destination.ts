import { Mount, nearestMount } from '../podVolumes';
import { basename, Script, ScriptCommand } from './readScript';
import { has, valueOf } from './tools';

/**
 * Where a dump goes, by what a manifest shows. `bucket`: an object store; `remote`: a place that the configuration of a tool names, or another machine;
 * `claim` and `node`: in the cluster of the database; `elsewhere`: what is mounted over the network; `pod`: gone with the pod that wrote it.
 */
export type Destination =
  | {
      kind: 'bucket';
      location: string;
      bucket: string;
      endpoint?: string;
    }
  | { kind: 'claim'; claim: string }
  | { kind: 'remote' | 'node' | 'elsewhere'; location: string }
  | { kind: 'pod' | 'unknown' };

/** A container of a job: what it runs, and what it sees. */
export interface JobContainer {
  script: Script;
  mounts: readonly Mount[];
}

/** Programs that leave files where they are. */
const local = new Set(
  (
    'gzip pigz zstd bzip2 xz lz4 tar zip openssl gpg age cat tee ls echo printf find rm date du df sleep mv cp mkdir chmod chown sync test [ [[ ' +
    'fi done else then esac } exit set cd true : wc head tail sort md5sum sha256sum stat touch pv basename export source . umask wait trap'
  ).split(' '),
);

const objectUrl =
  /\b(s3|gs|b2|swift|azblob|oss|cos):(?:\/\/)?((?:https?:\/\/)?[^\s'"`;|&]+)/;
const blobUrl =
  /https:\/\/([\w-]+\.blob\.core\.[\w.]+\/[\w$-]+)(?:\/[^\s?'"]*)?/;

/**
 * Finds the place in which a dump ends up: an upload by any container of the job, else the file that the dump is written to.
 */
export function destinationOf(options: {
  command: ScriptCommand;
  container: JobContainer;
  containers: readonly JobContainer[];
}): Destination {
  const { command, container, containers } = options;
  for (const { script } of containers) {
    for (const { words } of script.commands) {
      const place = uploadOf(words, script);
      if (place) return place;
    }
  }
  const repository = containers
    .map(({ script }) => script.environment.get('RESTIC_REPOSITORY'))
    .find(found => found !== undefined);
  const uploads = containers.some(({ script }) =>
    script.commands.some(({ words }) => !staysLocal(words)),
  );
  if (repository !== undefined && uploads) return repositoryOf(repository);

  const file = writtenTo(command, container.script);
  const mount =
    file === undefined ? undefined : nearestMount(container.mounts, file);
  const source = mount?.source;
  switch (source?.kind) {
    case 'claim':
      return { kind: 'claim', claim: source.claim };
    case 'node':
      return { kind: 'node', location: `${file} on the node` };
    case 'elsewhere':
      return { kind: 'elsewhere', location: `a volume of ${source.what}` };
    default:
      // Only where all that is run is seen, nothing else can have taken the file along.
      return file !== undefined && !uploads && containers.length === 1
        ? { kind: 'pod' }
        : { kind: 'unknown' };
  }
}

function staysLocal(words: readonly string[]): boolean {
  const [program = ''] = words;
  return (
    local.has(basename(program)) ||
    /^(pg_|mysql|mariadb|mariabackup|xtrabackup|innobackupex|mydumper|redis-cli|valkey-cli|psql)/.test(
      basename(program),
    )
  );
}

/** What is listed or cleaned up there is not put there. */
const notPut = 'ls rm rb remove list presign head-object'.split(' ');

/** The place that a command uploads to. */
function uploadOf(
  words: readonly string[],
  { environment }: Script,
): Destination | undefined {
  const program = basename(words[0] ?? '');
  if (has(words, '--dryrun', '--dry-run')) return undefined;
  if (program === 'restic') {
    const repository = valueOf(words, '-r', '--repo');
    return repository === undefined || !has(words, 'backup')
      ? undefined
      : repositoryOf(repository);
  }
  if (program === 'rclone' || program === 'mc') {
    const isCopy = /^(copy|copyto|sync|move|moveto|rcat|cp|pipe|mirror)$/.test(
      words.find(word => !word.startsWith('-') && word !== program) ?? '',
    );
    const target = words.filter(word => !word.startsWith('-')).at(-1);
    if (!isCopy || target === undefined) return undefined;
    const location = folderOf(target);
    return location === undefined
      ? { kind: 'unknown' }
      : { kind: 'remote', location };
  }
  if (program === 'scp' || program === 'rsync' || program === 'sftp') {
    const target = words.at(-1) ?? '';
    const [, host] = /^(?:[\w$.-]+@)?([\w.-]+):/.exec(target) ?? [];
    return host === undefined ? undefined : { kind: 'remote', location: host };
  }
  const isUpload = /^(aws|s3cmd|s5cmd|gsutil|gcloud|azcopy|b2|ossutil)$/.test(
    program,
  );
  if (!isUpload || has(words, ...notPut)) {
    return undefined;
  }
  const target = words.findLast(
    word => objectUrl.test(word) || blobUrl.test(word),
  );
  if (target === undefined) return { kind: 'unknown' };
  return bucketOf(
    target,
    valueOf(words, '--endpoint-url', '--endpoint', '--host') ??
      environment.get('AWS_ENDPOINT_URL') ??
      environment.get('AWS_ENDPOINT_URL_S3'),
  );
}

function repositoryOf(repository: string): Destination {
  if (objectUrl.test(repository)) return bucketOf(repository, undefined);
  // `rest:https://user:password@host/path`
  const location = folderOf(repository.replace(/\/\/[^@/]*@/, '//'));
  return location === undefined
    ? { kind: 'unknown' }
    : { kind: 'remote', location };
}

/** The bucket and the folder in it, as far as both are told. Whatever follows a question mark may open it. */
function bucketOf(url: string, endpoint: string | undefined): Destination {
  const blob = blobUrl.exec(url);
  if (blob) {
    const location = `https://${blob[1]}`;
    return { kind: 'bucket', location, bucket: blob[1] };
  }
  const [, scheme = '', rest = ''] = objectUrl.exec(url) ?? [];
  const [, host, inHost] =
    /^(https?:\/\/[^/]+|[\w.-]+\.[a-z]+(?=\/))\/?(.*)$/s.exec(
      scheme === 's3' && /^s3:(?!\/\/)/.test(url) ? rest : '',
    ) ?? [undefined, undefined, rest];
  const path = folderOf((inHost ?? rest).split('?')[0]);
  const bucket = path?.split('/')[0];
  if (path === undefined || !bucket) return { kind: 'unknown' };
  const at = host ?? endpoint;
  const isTold = at !== undefined && !at.includes('$') && !at.includes('@');
  return {
    kind: 'bucket',
    location: `${scheme}://${path}`,
    bucket,
    ...(isTold && { endpoint: /^https?:/.test(at) ? at : `https://${at}` }),
  };
}

/** The part of a path that is the same each time: up to the first that is not told, and without the name of a file. */
function folderOf(path: string): string | undefined {
  const parts = path.replace(/\/+$/, '').split('/');
  const untold = parts.findIndex(part => part.includes('$'));
  const told = untold < 0 ? parts : parts.slice(0, untold);
  if (untold < 0 && told.length > 1 && /\.[a-z]/i.test(told.at(-1) ?? '')) {
    told.pop();
  }
  const folder = told.join('/');
  return folder === '' || folder.includes('@') ? undefined : folder;
}

const fileOptions = [
  '--result-file',
  '--file',
  '--target-dir',
  '--pgdata',
  '--outputdir',
  '--rdb',
  '-r',
  '-f',
  '-D',
  '-o',
];

/** The file or folder that a dump is written to: by the command itself, or by what it is piped into. */
function writtenTo(
  command: ScriptCommand,
  { commands }: Script,
): string | undefined {
  for (let at = commands.indexOf(command); at >= 0; at++) {
    const { output, words, next } = commands[at] ?? { words: [] };
    const option = valueOf(words, ...fileOptions);
    const file =
      output ??
      option ??
      (basename(words[0] ?? '') === 'tee' ? words.at(-1) : undefined);
    if (file !== undefined && file !== '/dev/null') {
      return file.startsWith('/') ? file : undefined;
    }
    if (next !== '|') return undefined;
  }
  return undefined;
}
