import { FateKind, SharedFate } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { DatabaseFilter } from '../../../recovery/DatabaseFilter';
import { applyFilter } from '../databases/applyFilter';

/** A place in the list: how bad it is, and which one. */
export interface FatePosition {
  score: number;
  id: string;
}

interface FateCounts {
  kind: FateKind;
  fate_id: string;
  name: string;
  databases: number | string;
  down: number | string;
  without_backups: number | string;
  nothing_left: number | string;
  score: number | string;
}

/** Exact up to 90,000 databases on one thing: then the next number would no longer fit beside it. */
const SCORE = `sum(case when down = 1 and backups = 2 then 1 else 0 end) * 10000000000
  + sum(case when backups = 2 then 1 else 0 end) * 100000 + sum(down)`;

const SHARED = `count(*) > 1 or sum(case when down = 1 and backups = 2 then 1 else 0 end) > 0`;

/**
 * A page of what databases share, worst first, one more than the limit when there are more; and how many there are.
 *
 * @remarks
 * The numbers are of all databases. What none of those stands on that a filter means is left out.
 */
export async function listFates(
  knex: Knex,
  options: {
    kinds?: readonly FateKind[];
    filter: DatabaseFilter | undefined;
    after?: FatePosition;
    limit: number;
  },
): Promise<{
  fates: Array<SharedFate & { position: FatePosition }>;
  totalItems: number;
}> {
  const { after, limit } = options;
  const grouped = groups(knex, options);
  const page = knex.from(grouped.clone().as('fates')).select<FateCounts[]>('*');
  if (after) {
    page.whereRaw(`(score < ? or (score = ? and kind || '|' || fate_id > ?))`, [
      after.score,
      after.score,
      after.id,
    ]);
  }
  const rows = await page
    .orderByRaw(`score desc, kind || '|' || fate_id`)
    .limit(limit);
  const [{ count }] = await knex
    .from(grouped.clone().as('fates'))
    .count<Array<{ count: number | string }>>({ count: '*' });
  return {
    fates: rows.map(row => ({
      kind: row.kind,
      id: row.fate_id,
      name: row.name,
      databases: Number(row.databases),
      down: Number(row.down),
      withoutBackups: Number(row.without_backups),
      nothingLeft: Number(row.nothing_left),
      position: {
        score: Number(row.score),
        id: `${row.kind}|${row.fate_id}`,
      },
    })),
    totalItems: Number(count),
  };
}

function groups(
  knex: Knex,
  options: {
    kinds?: readonly FateKind[];
    filter: DatabaseFilter | undefined;
  },
): Knex.QueryBuilder {
  const { kinds, filter } = options;
  const query = knex('database_fates')
    .select(
      'kind',
      'fate_id',
      knex.raw('min(name) as name'),
      knex.raw('count(*) as databases'),
      knex.raw('sum(down) as down'),
      knex.raw(
        'sum(case when backups = 2 then 1 else 0 end) as without_backups',
      ),
      knex.raw(
        'sum(case when down = 1 and backups = 2 then 1 else 0 end) as nothing_left',
      ),
      knex.raw(`${SCORE} as score`),
    )
    .groupBy('kind', 'fate_id')
    .havingRaw(SHARED);
  if (kinds) {
    query.whereIn('kind', [...kinds]);
  }
  if (filter) {
    query.whereIn(
      ['kind', 'fate_id'],
      knex('database_fates')
        .select('kind', 'fate_id')
        .whereIn('database_id', meant(knex, filter)),
    );
  }
  return query;
}

function meant(knex: Knex, filter: DatabaseFilter): Knex.QueryBuilder {
  const query = knex('databases').select('id');
  applyFilter(query, { knex, filter });
  return query;
}

/**
 * Some databases of each of some fates, those first of which most is lost, with how many there are that a filter means.
 */
export async function listFateMembers(
  knex: Knex,
  options: {
    fates: ReadonlyArray<Pick<SharedFate, 'kind' | 'id'>>;
    filter: DatabaseFilter | undefined;
    limit: number;
  },
): Promise<
  Map<
    string,
    {
      readable: number;
      members: Array<{ id: string; down: boolean; backups: number }>;
    }
  >
> {
  const { fates, filter, limit } = options;
  const found = new Map<
    string,
    {
      readable: number;
      members: Array<{ id: string; down: boolean; backups: number }>;
    }
  >();
  if (!fates.length) {
    return found;
  }
  const partition = 'partition by kind, fate_id';
  const ranked = knex('database_fates')
    .select(
      'kind',
      'fate_id',
      'database_id',
      'down',
      'backups',
      knex.raw(`count(*) over (${partition}) as readable`),
      knex.raw(
        `row_number() over (${partition} order by case when backups = 2 then down else 0 end desc, backups desc, down desc, database_id) as place`,
      ),
    )
    .whereIn(
      ['kind', 'fate_id'],
      fates.map(({ kind, id }) => [kind, id]),
    );
  if (filter) {
    ranked.whereIn('database_id', meant(knex, filter));
  }
  const rows: Array<{
    kind: string;
    fate_id: string;
    database_id: string;
    down: number | string;
    backups: number | string;
    readable: number | string;
  }> = await knex
    .from(ranked.as('ranked'))
    .select('*')
    .where('place', '<=', limit)
    .orderBy(['kind', 'fate_id', 'place']);
  for (const row of rows) {
    const key = `${row.kind}|${row.fate_id}`;
    const entry = found.get(key) ?? {
      readable: Number(row.readable),
      members: [],
    };
    entry.members.push({
      id: row.database_id,
      down: Number(row.down) === 1,
      backups: Number(row.backups),
    });
    found.set(key, entry);
  }
  return found;
}
