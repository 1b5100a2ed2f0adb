import { FateTie } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';
import { insertRows } from '../bulk/insertRows';
import { backupsInOrder, FateRow } from './FateRow';

/**
 * Notes what databases stand on. Those of which nothing changed are not written.
 */
export async function syncFates(
  tx: Knex.Transaction,
  options: { fates: ReadonlyMap<string, readonly FateTie[]> },
): Promise<void> {
  const ids = Array.from(options.fates.keys());
  const known: FateRow[] = await tx<FateRow>('database_fates')
    .select('database_id', 'kind', 'fate_id', 'name', 'down', 'backups')
    .where(anyOf(tx, 'database_id', ids));
  const former = new Map<string, Set<string>>();
  for (const row of known) {
    const rows = former.get(row.database_id) ?? new Set();
    former.set(row.database_id, rows.add(textOf(row)));
  }

  const changed: string[] = [];
  const rows: FateRow[] = [];
  for (const [databaseId, ties] of options.fates) {
    const own = ties.map(tie => rowOf(databaseId, tie));
    const before = former.get(databaseId) ?? new Set();
    const same =
      own.length === before.size && own.every(row => before.has(textOf(row)));
    if (same) continue;
    changed.push(databaseId);
    rows.push(...own);
  }
  if (!changed.length) {
    return;
  }
  await tx('database_fates').where(anyOf(tx, 'database_id', changed)).delete();
  await insertRows(tx, {
    into: 'database_fates',
    columns: [
      ['database_id', 'text'],
      ['kind', 'text'],
      ['fate_id', 'text'],
      ['name', 'text'],
      ['down', 'bigint'],
      ['backups', 'bigint'],
    ],
    rows,
  });
}

function rowOf(databaseId: string, tie: FateTie): FateRow {
  return {
    database_id: databaseId,
    kind: tie.kind,
    fate_id: tie.id,
    name: tie.name,
    down: tie.data ? 1 : 0,
    backups: backupsInOrder.indexOf(tie.backups),
  };
}

function textOf({ kind, fate_id, name, down, backups }: FateRow): string {
  return JSON.stringify([kind, fate_id, name, Number(down), Number(backups)]);
}
