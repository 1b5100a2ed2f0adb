import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { Lease } from '../../../sync/leases/Lease';
import { LeaseRow } from '../../tables';

/**
 * Makes sure that a lease has not passed on, and that it cannot until the transaction ends.
 *
 * @throws ConflictError when it has.
 */
export async function assertLease(
  tx: Knex.Transaction,
  lease: Lease,
): Promise<void> {
  const row = await tx<LeaseRow>('leases')
    .where({ name: lease.name })
    .forShare()
    .first('epoch', 'holder');
  if (!row || Number(row.epoch) !== lease.epoch) {
    throw new ConflictError(
      `Lease '${lease.name}' of epoch ${lease.epoch} has passed to ${
        row ? `'${row.holder}' with epoch ${row.epoch}` : 'nobody'
      }`,
    );
  }
}
