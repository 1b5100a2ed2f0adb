import { Knex } from 'knex';
import { KeptProof } from '../../../recovery/ledger/LedgerEntry';
import { FailoverRow, RestoreRow } from '../../ledgerTables';
import { anyOf } from '../bulk/anyOf';
import { entryIn } from './restoreRows';

/** More tell nothing more: the last ones count, and the middle of some. */
const newestOfEach = 30;

/**
 * What the ledger holds of databases that judgement needs: the newest 30 restores of each outcome and the newest failovers, by
 * incarnation, see {@link proofKey}.
 */
export async function readProofs(
  knex: Knex,
  options: { databaseIds: readonly string[] },
): Promise<Map<string, KeptProof>> {
  const { databaseIds } = options;
  const proofs = new Map<string, KeptProof>();
  const proofOf = (databaseId: string, uid: string): KeptProof => {
    const key = proofKey(databaseId, uid);
    const proof = proofs.get(key) ?? { entries: [], failovers: [] };
    proofs.set(key, proof);
    return proof;
  };
  if (!databaseIds.length) return proofs;

  const restores: RestoreRow[] = await knex
    .select('*')
    .from(
      knex('restores')
        .select(
          'restores.*',
          knex.raw(
            'row_number() over (partition by database_id, uid, outcome order by started_at desc, id desc) as place',
          ),
        )
        .where(anyOf(knex, 'database_id', databaseIds))
        .as('placed'),
    )
    .where('place', '<=', newestOfEach)
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  for (const row of restores) {
    proofOf(row.database_id, row.uid).entries.push(entryIn(row));
  }

  const failovers: FailoverRow[] = await knex
    .select('*')
    .from(
      knex('failovers')
        .select(
          'failovers.*',
          knex.raw(
            'row_number() over (partition by database_id, uid order by ended_at desc) as place',
          ),
        )
        .where(anyOf(knex, 'database_id', databaseIds))
        .as('placed'),
    )
    .where('place', '<=', newestOfEach)
    .orderBy('ended_at', 'desc');
  for (const row of failovers) {
    proofOf(row.database_id, row.uid).failovers.push(JSON.parse(row.body));
  }
  return proofs;
}

/** Names an incarnation of a database. */
export function proofKey(databaseId: string, uid: string): string {
  return `${databaseId} ${uid}`;
}
