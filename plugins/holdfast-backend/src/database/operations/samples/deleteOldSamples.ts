import { Knex } from 'knex';
import { SampleRow } from '../../recoveryTables';

/**
 * Drops the samples of a cluster that are too old to say anything about now.
 */
export async function deleteOldSamples(
  tx: Knex.Transaction,
  options: { cluster: string; before: number },
): Promise<void> {
  await tx<SampleRow>('samples')
    .where({ cluster: options.cluster })
    .andWhere('observed_at', '<', options.before)
    .delete();
}
