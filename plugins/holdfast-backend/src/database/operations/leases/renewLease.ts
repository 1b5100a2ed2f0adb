import { Knex } from 'knex';
import { Lease } from '../../../sync/leases/Lease';
import { readDatabaseTime } from './readDatabaseTime';

/**
 * Prolongs a lease. False when it has passed to another holder.
 */
export async function renewLease(
  knex: Knex,
  options: { lease: Lease; ttlMs: number },
): Promise<boolean> {
  const { name, epoch } = options.lease;
  const now = await readDatabaseTime(knex);
  const renewed = await knex('leases')
    .where({ name, epoch })
    .update({ expires_at: now + options.ttlMs });
  return renewed > 0;
}
