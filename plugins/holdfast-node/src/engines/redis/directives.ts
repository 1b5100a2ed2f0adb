import { Observed } from '@holdfast/plugin-holdfast-common';

/** When `appendfsync` forces the log of writes to the disk. */
export type Flush = 'always' | 'everysec' | 'no';

/** After so many seconds with at least so many changes a snapshot is taken. */
export interface SavePoint {
  seconds: number;
  changes: number;
}

/**
 * What a server is told about keeping its data. Absent: it cannot be told.
 */
export interface Settings {
  save?: Observed<readonly SavePoint[]>;
  appendOnly?: Observed<boolean>;
  appendFsync?: Observed<Flush>;
  maxmemoryPolicy?: Observed<string>;
}

/**
 * Redis without configuration: "by default Redis will save the DB after 3600 seconds if at least 1 change was performed, after 300 seconds if at
 * least 100, after 60 seconds if at least 10000" (`redis.conf` of 6.2 to 8.0), no log of writes, and one that is flushed every second
 * once it is turned on.
 */
export const redisDefaults = {
  save: [
    { seconds: 3600, changes: 1 },
    { seconds: 300, changes: 100 },
    { seconds: 60, changes: 10_000 },
  ],
  appendOnly: false,
  appendFsync: 'everysec' as Flush,
  maxmemoryPolicy: 'noeviction',
};

/**
 * Applies directives, each as `CONFIG SET` would: the last of a name holds, and a `save` replaces all others. One that cannot be read leaves open
 * what holds.
 */
export function applyDirectives(
  base: Settings,
  directives: readonly Observed<string>[],
): Settings {
  const settings = { ...base };
  for (const { value, evidence } of directives) {
    const [, name = '', text = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(value) ?? [];
    const cite = <T>(parsed: T | undefined): Observed<T> | undefined =>
      parsed === undefined ? undefined : { value: parsed, evidence };
    switch (name.toLowerCase()) {
      case 'save':
        settings.save = cite(parseSave(text));
        break;
      case 'appendonly':
        settings.appendOnly = cite(parseYesNo(text));
        break;
      case 'appendfsync':
        settings.appendFsync = cite(parseFlush(text));
        break;
      case 'maxmemory-policy':
        settings.maxmemoryPolicy = cite(text.toLowerCase() || undefined);
        break;
      default:
    }
  }
  return settings;
}

/** `900 1 300 10`; empty, or `""`: never. Undefined where Redis would refuse it. */
function parseSave(text: string): SavePoint[] | undefined {
  if (text === '' || text === '""') return [];
  const numbers = text.split(/\s+/).map(part => Number(part));
  const wellFormed =
    numbers.length % 2 === 0 &&
    numbers.every(number => Number.isSafeInteger(number) && number >= 0);
  if (!wellFormed) return undefined;
  return numbers.flatMap((seconds, index) =>
    index % 2 === 0 ? { seconds, changes: numbers[index + 1] } : [],
  );
}

function parseYesNo(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case 'yes':
      return true;
    case 'no':
      return false;
    default:
      return undefined;
  }
}

function parseFlush(text: string): Flush | undefined {
  const flush = text.toLowerCase();
  return flush === 'always' || flush === 'everysec' || flush === 'no'
    ? flush
    : undefined;
}

/**
 * After how long at most a single change is in a snapshot; 0 when none is taken, undefined when one change alone never leads to one.
 */
export function longestInterval(
  save: readonly SavePoint[],
): number | undefined {
  if (save.length === 0) return 0;
  const spans = save
    .filter(({ changes, seconds }) => changes <= 1 && seconds > 0)
    .map(({ seconds }) => seconds);
  return spans.length > 0 ? Math.min(...spans) : undefined;
}
