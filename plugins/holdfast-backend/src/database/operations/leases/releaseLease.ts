import { Knex } from 'knex';
import { Lease } from '../../../sync/leases/Lease';

/**
 * Gives a lease up, so that another process need not wait until it runs out.
 */
export async function releaseLease(knex: Knex, lease: Lease): Promise<void> {
  await knex('leases')
    .where({ name: lease.name, epoch: lease.epoch })
    .update({ expires_at: 0 });
}
