import { JsonValue } from '@backstage/types';
import { DatabaseContainer } from './databaseContainer';
import { basename, readScript } from './dumps/readScript';

/** What a container tells a Redis or Valkey server about keeping its data. */
export type RedisDirectives = {
  /** `appendonly yes`, in the words of the configuration. Of all others nothing is kept: `requirepass` is one of them. */
  directives: string[];
  /** Something that is not seen says more: a file of configuration, a script, an image with settings of its own. */
  hasMore: boolean;
  field: 'command' | 'args' | 'image';
};

const telling = new Set([
  'save',
  'appendonly',
  'appendfsync',
  'maxmemory-policy',
]);
const programs = /^(redis|valkey)-server$/;

/**
 * Reads the options of `redis-server --appendonly yes --save 60 1`. Without a command, an image of Docker Hub gives options to the server
 * (`docker-entrypoint.sh`: "first arg is `-f` or `--some-option`"); those of Bitnami and Redis Stack bring a configuration along.
 */
export function readRedisDirectives(
  container: JsonValue,
  { flavour, name }: DatabaseContainer,
): RedisDirectives {
  const script = readScript(container);
  const { commands, field } = script;
  const isPlain = flavour === 'plain' && /^(redis|valkey)$/.test(name);
  if (commands.length === 0) {
    return { directives: [], hasMore: !isPlain, field };
  }
  const server = commands.find(({ words }) =>
    words.some(word => programs.test(basename(word))),
  );
  const words = server?.words ?? commands[0].words;
  const at = words.findIndex(word => programs.test(basename(word)));
  const isToServer = server !== undefined || /^-/.test(words[0] ?? '');
  if (!isToServer) return { directives: [], hasMore: true, field };
  const options = words.slice(at + 1);
  const hasFile =
    (options[0] !== undefined && !options[0].startsWith('--')) ||
    options.includes('--include');
  return {
    directives: directivesIn(options),
    hasMore: hasFile || !isPlain,
    field,
  };
}

/** An option and the words up to the next one: `--save 900 1 300 10`. */
function directivesIn(options: readonly string[]): string[] {
  const directives: string[][] = [];
  for (const word of options) {
    if (word.startsWith('--')) directives.push([word.slice(2)]);
    else directives.at(-1)?.push(word === '' ? '""' : word);
  }
  return (
    directives
      .filter(([name]) => telling.has(name.toLowerCase()))
      // What is not told is no value.
      .map(parts => parts.filter(part => !part.includes('$')).join(' '))
  );
}
