import { isJsonObject } from '../engine';

/** Parts that a description always has; everything else may be absent in another cluster, or with fewer rights. */
const alwaysThere: ReadonlySet<string> = new Set([
  'id',
  'reference',
  'uid',
  'engine',
  'operator',
  'annotations',
  'health',
  'role',
  'archiving',
  'configured',
  'timeoutSeconds',
  'instances',
  'stores',
  'schedules',
  'recoveryPoints',
  'attempts',
  'restores',
  'volumes',
  'missing',
]);

/**
 * The facts of a database with one of its optional parts left out each, and with each of its lists empty: what a rule gets to see where less is
 * there or less may be read. Parts of the items of lists are left out in all items at once.
 */
export function* poorerFacts<T extends object>(
  database: T,
): Generator<{ change: string; database: T }> {
  for (const [name, value] of Object.entries(database)) {
    if (Array.isArray(value)) {
      yield { change: `no ${name}`, database: { ...database, [name]: [] } };
      for (const part of optionalParts(value)) {
        yield {
          change: `no ${part} of ${name}`,
          database: {
            ...database,
            [name]: value.map(item => without(item, part)),
          },
        };
      }
    }
    if (!alwaysThere.has(name)) {
      yield { change: `no ${name}`, database: without(database, name) };
    }
  }
}

/** Names that not all kinds of items must have. */
function optionalParts(items: readonly unknown[]): string[] {
  const required = new Set([
    'object',
    'method',
    'id',
    'definedBy',
    'exists',
    'inUse',
    'otherWriters',
    'expression',
    'dialect',
    'suspended',
    'immediate',
    'consistentAt',
    'needsWal',
    'incarnation',
    'evidence',
    'state',
    'target',
    'purpose',
    'startedAt',
    'claim',
    'role',
    'name',
    'area',
    'kind',
    'reason',
    'message',
  ]);
  const names = items.flatMap(item =>
    isJsonObject(item) ? Object.keys(item) : [],
  );
  return [...new Set(names)].filter(name => !required.has(name));
}

function without<T>(value: T, name: string): T {
  if (!isJsonObject(value)) return value;
  const copy = { ...value };
  Reflect.deleteProperty(copy, name);
  return copy;
}
