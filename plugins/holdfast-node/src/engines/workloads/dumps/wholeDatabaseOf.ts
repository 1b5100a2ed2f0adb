/** What a tool takes of the words after its name: which short options leave something out, and which options have a value of their own. */
interface Words {
  leavesOut: RegExp;
  takesValue: RegExp;
  /** Names databases: what follows are none of its other operands. */
  names?: ReadonlySet<string>;
}

const common =
  'host|user(name)?|port|socket|file|format|compress|jobs|encoding|role|lock-wait-timeout|result-file|default-character-set|max-allowed-packet|net-buffer-length|protocol|defaults-(extra-)?file|defaults-group-suffix|set-gtid-purged|ssl-[a-z]+|tls-[a-z-]+|plugin-dir|default-auth|compatible|column-statistics';

/** By the manual pages of pg_dump of PostgreSQL 18, mysqldump of MySQL 8.4 and mariadb-dump of MariaDB 11.8. */
const tools: ReadonlyMap<string, Words> = new Map<string, Words>([
  [
    'pg_dump',
    {
      leavesOut:
        /^-[bBcCOvwWx]*[aensNtT]|^--(table|schema|exclude|extension|data-only|schema-only|section|filter|no-data|no-schema|statistics-only|include-foreign-data)/,
      takesValue: new RegExp(`^(-[hpUFfjZESd]|--(${common}|dbname))$`),
      names: new Set(['-d', '--dbname']),
    },
  ],
  ...['mysqldump', 'mariadb-dump'].map((tool): [string, Words] => [
    tool,
    {
      leavesOut:
        /^-[acCefFijkKlnNOqQRvxXY]*[dtTw]|^--(tables|ignore|where|no-create-info|no-data|tab|skip-triggers)/,
      takesValue: new RegExp(`^(-[huPSrS]|--(${common}))$`),
      names: new Set(['-B', '--databases']),
    },
  ]),
]);

/**
 * The one database that a dump holds all of; undefined where it holds several, or a part of one, or does not show by name which. Names alone are told:
 * never an address, which may hold a password.
 *
 * @param words - what follows the name of the tool
 */
export function wholeDatabaseOf(
  tool: string,
  words: readonly string[],
): string | undefined {
  const known = tools.get(tool);
  if (!known || words.some(word => known.leavesOut.test(word))) {
    return undefined;
  }
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const [option, ...value] = word.split('=');
    if (known.names?.has(option)) {
      if (value.length > 0) operands.push(value.join('='));
    } else if (/^-d./.test(word) && known.names?.has('-d')) {
      operands.push(word.slice(2));
    } else if (known.takesValue.test(word)) {
      at += 1;
    } else if (!word.startsWith('-')) {
      operands.push(word);
    }
  }
  const [named, ...others] = operands;
  return named === undefined || others.length > 0 ? undefined : nameIn(named);
}

/** `shop`, `postgresql://app:secret@postgres/shop?sslmode=require`, `host=postgres dbname=shop`. */
function nameIn(operand: string): string | undefined {
  return (/^([A-Za-z_][\w-]{0,62})$/.exec(operand) ??
    /^postgres(?:ql)?:\/\/[^/]*\/([A-Za-z_][\w-]{0,62})(?:\?|$)/.exec(
      operand,
    ) ??
    /(?:^|\s)dbname=([A-Za-z_][\w-]{0,62})(?:\s|$)/.exec(operand))?.[1];
}
