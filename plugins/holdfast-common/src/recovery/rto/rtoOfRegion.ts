import { Database } from '../../model';
import { formatDuration } from '../../quantity';
import { AttainedRto } from '../Assessment';
import { Assumptions } from '../Assumptions';
import { UsableBackups } from '../backups/usableBackups';
import { regionSurvivors } from '../survivors/regionSurvivors';

/**
 * The time until the database is back in another region: promoting a copy there takes as long as a failover, and is never done without
 * somebody who decides it; else a restore from a store there.
 */
export function rtoOfRegion(options: {
  database: Database;
  assumptions: Assumptions;
  usable: UsableBackups;
  /** What a loss of the data takes. */
  data: AttainedRto;
}): AttainedRto {
  const { database, assumptions, usable, data } = options;
  const survivors = regionSurvivors(database);
  const copy = survivors?.copies[0];
  if (copy?.region) {
    const { failoverSeconds } = assumptions;
    return {
      seconds: failoverSeconds,
      basis: 'estimated',
      inputs: [
        `promotion of ${copy.object.name} in ${
          copy.region.value
        } ${formatDuration(failoverSeconds)} (assumed, once somebody decides)`,
      ],
      evidence: [copy.region.evidence],
    };
  }
  const restorable = survivors?.stores.find(({ id }) =>
    usable.points.some(({ storeId }) => storeId === id),
  );
  return restorable?.region
    ? { ...data, evidence: [restorable.region.evidence, ...data.evidence] }
    : { inputs: [], evidence: [] };
}
