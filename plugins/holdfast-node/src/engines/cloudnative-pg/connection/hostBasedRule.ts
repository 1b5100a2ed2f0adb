import { Shape } from '../../../engine';

const networkTypes = new Set([
  'host',
  'hostssl',
  'hostnossl',
  'hostgssenc',
  'hostnogssenc',
]);

/**
 * Keeps of a line of `pg_hba.conf` what it takes to say who is asked for what: connection type, databases, roles, address and method. What
 * comes after the method is dropped unread, since it may hold the password of an LDAP or RADIUS server.
 */
export const hostBasedRule: Shape<string> = value => {
  if (typeof value !== 'string') return undefined;
  const words = wordsOf(value);
  const [type = ''] = words;
  if (type === 'local') return words.slice(0, 4).join(' ');
  if (!networkTypes.has(type)) return type;
  return words.slice(0, hasMask(words) ? 6 : 5).join(' ');
};

/** The words of a line (PostgreSQL, `next_token` in `src/backend/libpq/hba.c`): quoted ones keep their blanks, a comma binds what follows. */
export function wordsOf(line: string): string[] {
  const words = line.match(/#.*|(?:"[^"]*"|,\s*|[^\s"#,])+/g) ?? [];
  return words
    .filter(word => !word.startsWith('#'))
    .map(word => word.replace(/,\s+/g, ','));
}

/** Whether an address is written as two words, the second being the netmask. */
export function hasMask(words: readonly string[]): boolean {
  return [words[3], words[4]].every(
    word =>
      word !== undefined && /^[\da-f:.]+$/i.test(word) && /[.:]/.test(word),
  );
}
