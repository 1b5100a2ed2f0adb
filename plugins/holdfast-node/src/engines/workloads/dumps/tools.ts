import { Family } from '../keys';
import { basename, ScriptCommand } from './readScript';
import { wholeDatabaseOf } from './wholeDatabaseOf';

/** A command that copies the data of a server. */
export interface DumpCommand {
  tool: string;
  family: Family;
  /** What of the server it holds; absent for all of it. */
  part?: string;
  /** The one database that it holds all of, where it holds no more and says which. */
  wholeDatabase?: string;
  /** Files that only an archived log makes consistent. */
  needsWal?: boolean;
}

interface Tool {
  family: Family;
  /** Undefined where the command copies no data. */
  read(
    words: readonly string[],
  ): Omit<DumpCommand, 'tool' | 'family'> | undefined;
}

const whole = {};

/**
 * Tools that dump databases, and what their options leave out, by their manual pages.
 */
const tools: ReadonlyMap<string, Tool> = new Map<string, Tool>([
  [
    'pg_dump',
    {
      family: 'postgresql',
      read: words => ({
        part: has(words, '-s', '--schema-only')
          ? 'the schema, without data'
          : databaseOf(words),
      }),
    },
  ],
  [
    'pg_dumpall',
    {
      family: 'postgresql',
      read: words => {
        if (has(words, '-g', '--globals-only', '-r', '--roles-only')) {
          return undefined;
        }
        return has(words, '-s', '--schema-only')
          ? { part: 'the schema, without data' }
          : whole;
      },
    },
  ],
  [
    'pg_basebackup',
    {
      family: 'postgresql',
      // Takes the WAL along unless told otherwise, since version 10.
      read: words =>
        valueOf(words, '-X', '--wal-method', '--xlog-method') === 'none'
          ? { needsWal: true }
          : whole,
    },
  ],
  ['mysqldump', { family: 'mysql', read: readMysqldump }],
  ['mariadb-dump', { family: 'mysql', read: readMysqldump }],
  [
    'mysqlpump',
    {
      family: 'mysql',
      read: words =>
        has(words, '--databases', '-B', '--include-databases')
          ? { part: 'some of its databases' }
          : whole,
    },
  ],
  [
    'mydumper',
    {
      family: 'mysql',
      read: words =>
        has(words, '--database', '-B', '--tables-list', '-T', '--regex', '-x')
          ? { part: 'some of its databases' }
          : whole,
    },
  ],
  [
    'mysqlsh',
    {
      family: 'mysql',
      read: words => {
        const text = words.join(' ');
        if (/dumpInstance|dump-?instance/i.test(text)) return whole;
        return /dump-?(schemas|tables)/i.test(text)
          ? { part: 'some of its databases' }
          : undefined;
      },
    },
  ],
  ...['xtrabackup', 'mariabackup', 'mariadb-backup', 'innobackupex'].map(
    (tool): [string, Tool] => [
      tool,
      {
        family: 'mysql',
        read: words => {
          if (tool !== 'innobackupex' && !has(words, '--backup')) {
            return undefined;
          }
          return has(words, '--databases', '--tables', '--databases-file')
            ? { part: 'some of its databases' }
            : whole;
        },
      },
    ],
  ),
  ...['redis-cli', 'valkey-cli'].map((tool): [string, Tool] => [
    tool,
    {
      family: 'redis',
      read: words => (has(words, '--rdb') ? whole : undefined),
    },
  ]),
]);

/** Commands that speak of a tool and do not run it. */
const speaking = new Set([
  'echo',
  'printf',
  'which',
  'command',
  'type',
  'apk',
  'apt',
  'apt-get',
  'yum',
  'dnf',
  'microdnf',
  'test',
  '[',
  '[[',
  'trap',
]);

/** Whether a command dumps a database, also one that it runs by `kubectl exec` or under another user. */
export function dumpCommandOf({
  words,
}: ScriptCommand): DumpCommand | undefined {
  if (words.length === 0 || speaking.has(basename(words[0]))) return undefined;
  for (const [index, word] of words.entries()) {
    const name = basename(word);
    const tool = tools.get(name);
    const rest = words.slice(index + 1);
    const read = tool?.read(rest);
    if (!tool || !read) continue;
    const wholeDatabase = wholeDatabaseOf(name, rest);
    return {
      tool: name,
      family: tool.family,
      ...read,
      ...(read.part !== undefined &&
        wholeDatabase !== undefined && { wholeDatabase }),
    };
  }
  return undefined;
}

function readMysqldump(
  words: readonly string[],
): Omit<DumpCommand, 'tool' | 'family'> {
  if (has(words, '--no-data', '-d'))
    return { part: 'the schema, without data' };
  if (has(words, '--all-databases', '-A')) return whole;
  const at = words.findIndex(word => word === '--databases' || word === '-B');
  const names = at < 0 ? [] : wordsBefore(words.slice(at + 1));
  return { part: names.length > 0 ? nameAll(names) : lastName(words) };
}

/** `pg_dump -d shop`, `pg_dump shop`; a name may be part of an address with a password in it, and is not told then. */
function databaseOf(words: readonly string[]): string {
  const stated = valueOf(words, '-d', '--dbname');
  return stated !== undefined && isName(stated)
    ? nameAll([stated])
    : lastName(words);
}

/** A name that comes last follows an option with a value of its own, or no option at all. */
function lastName(words: readonly string[]): string {
  const [before, last] = [words.at(-2) ?? '', words.at(-1) ?? ''];
  const isOption = (word: string) => word.startsWith('-');
  const takesIt =
    isOption(before) && !before.includes('=') && before.length <= 2;
  return isName(last) && !takesIt
    ? nameAll([last])
    : 'one of its databases, or some';
}

function nameAll(names: readonly string[]): string {
  return names.filter(isName).join(', ') || 'some of its databases';
}

function isName(word: string): boolean {
  return /^[A-Za-z_][\w-]{0,62}$/.test(word);
}

function wordsBefore(words: readonly string[]): string[] {
  const end = words.findIndex(word => word.startsWith('-'));
  return words.slice(0, end < 0 ? words.length : end);
}

/** Whether one of some options is there, with or without a value. */
export function has(words: readonly string[], ...options: string[]): boolean {
  return words.some(word => options.includes(word.split('=', 1)[0]));
}

/** The value of one of some options: `-h mysql`, `-hmysql`, `--host mysql`, `--host=mysql`. */
export function valueOf(
  words: readonly string[],
  ...options: string[]
): string | undefined {
  for (const [index, word] of words.entries()) {
    for (const option of options) {
      if (word === option) return words[index + 1];
      if (option.startsWith('--')) {
        if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
      } else if (word.startsWith(option)) {
        return word.slice(option.length);
      }
    }
  }
  return undefined;
}
