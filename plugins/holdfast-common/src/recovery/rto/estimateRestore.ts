import { Database } from '../../model';
import { Assumptions, defaultAssumptions } from '../Assumptions';
import { archivingProgress } from '../backups/archivingProgress';
import { usableBackups } from '../backups/usableBackups';
import { Clock } from '../Clock';
import { estimatedRto } from './estimatedRto';

/**
 * How long a restore of a database would take by assumption alone, in seconds: provisioning + size / restore throughput + log since the base
 * backup / replay throughput. What was measured before has no say in it, so that what is measured next can be compared with it.
 *
 * @param options - `bytes` that are restored, where that is known better than by the size of the database
 * @returns undefined when there is nothing to restore from, or the size cannot be told
 * @public
 */
export function estimateRestore(options: {
  database: Database;
  now: Date;
  bytes?: number;
  assumptions?: Assumptions;
}): number | undefined {
  const { now, bytes, assumptions = defaultAssumptions } = options;
  const evidence = { object: options.database.reference, field: '.bytes' };
  const database =
    bytes === undefined
      ? options.database
      : { ...options.database, sizeBytes: { value: bytes, evidence } };
  const clock = new Clock(now.getTime());
  return estimatedRto({
    database,
    clock,
    assumptions,
    usable: usableBackups({ database, clock }),
    archiving: archivingProgress({
      archiving: database.archiving,
      clock,
      assumptions,
    }),
  }).seconds;
}
