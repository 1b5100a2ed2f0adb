import { Knex } from 'knex';
import { Lease } from '../../../sync/leases/Lease';
import { LeaseRow } from '../../tables';
import { readDatabaseTime } from './readDatabaseTime';

/**
 * Takes a lease if nobody has it or if it has run out. Whoever takes it gets a new epoch, the former holder included.
 */
export async function acquireLease(
  knex: Knex,
  options: { name: string; holder: string; ttlMs: number },
): Promise<Lease | undefined> {
  const { name, holder, ttlMs } = options;
  return await knex.transaction(async tx => {
    const now = await readDatabaseTime(tx);
    await tx('leases')
      .insert({ name, holder: '', epoch: 0, expires_at: 0 })
      .onConflict('name')
      .ignore();
    const [row] = await tx<LeaseRow>('leases')
      .where({ name })
      .andWhere('expires_at', '<=', now)
      .update({
        holder,
        epoch: tx.raw('epoch + 1'),
        expires_at: now + ttlMs,
      })
      .returning('epoch');
    return row && { name, holder, epoch: Number(row.epoch) };
  });
}
