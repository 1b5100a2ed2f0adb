import {
  Database,
  DatabaseCopy,
  HealthState,
  Observed,
} from '@holdfast/plugin-holdfast-common';

/** Whether a copy in such a state could be promoted; what is not here cannot be told. */
const ready: Partial<Record<HealthState, boolean>> = {
  healthy: true,
  degraded: true,
  starting: false,
  waiting: false,
  failed: false,
  fenced: false,
  hibernated: false,
};

/**
 * A database as a copy of the one whose archive it reads from; undefined when it follows none.
 *
 * @public
 */
export function copyOf(database: Database): DatabaseCopy | undefined {
  const { follows, health, instances, region, restoreCopy } = database;
  if (!follows || restoreCopy) return undefined;
  return {
    id: database.id,
    object: database.reference,
    via: { value: follows.value.via, evidence: follows.evidence },
    region,
    ready: readiness(health),
    lagSeconds: instances.find(({ role }) => role === 'primary')?.lagSeconds,
  };
}

function readiness({
  state,
  evidence,
}: Database['health']): Observed<boolean> | undefined {
  const value = ready[state];
  return value === undefined || !evidence[0]
    ? undefined
    : { value, evidence: evidence[0] };
}

/**
 * Fills in what follows some databases: those among them, and those that are known from elsewhere, by the id of the store that they read from.
 *
 * @public
 */
export function tellOfCopies(options: {
  databases: readonly Database[];
  known?: ReadonlyMap<string, readonly DatabaseCopy[]>;
}): void {
  const { databases, known = new Map<string, DatabaseCopy[]>() } = options;
  // What is at hand is known better than what was known before.
  const atHand = new Set(databases.map(({ id }) => id));
  const copies = new Map<string, DatabaseCopy[]>();
  for (const [storeId, others] of known) {
    copies.set(
      storeId,
      others.filter(({ id }) => !atHand.has(id)),
    );
  }
  for (const database of databases) {
    const copy = copyOf(database);
    const storeId = database.follows?.value.storeId;
    if (!copy || storeId === undefined) continue;
    copies.set(storeId, [...(copies.get(storeId) ?? []), copy]);
  }
  for (const database of databases) {
    const following = database.stores
      .filter(({ inUse }) => inUse)
      .flatMap(({ id }) => copies.get(id) ?? [])
      .filter(({ id }) => id !== database.id);
    if (following.length > 0) {
      database.copies = following.sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  }
}
