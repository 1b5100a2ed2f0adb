import { Database } from '../../model';
import { BlastRadius, DeletionEvent } from './ByteFate';
import { fateOfStore, storesAtStake } from './fateOfStore';
import { fateOfVolume } from './fateOfVolume';
import { stepsToDeletion } from './stepsToDeletion';

/**
 * Tells what becomes of the bytes of a database, live and backed up, when its object leaves Git or is deleted, or its claims or namespace are.
 *
 * @remarks
 * Owner references and finalizers as Kubernetes' garbage collector takes them
 * (https://kubernetes.io/docs/concepts/architecture/garbage-collection/), reclaim policies as
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming has them.
 *
 * @public
 */
export function blastRadius(
  database: Database,
  event: DeletionEvent,
): BlastRadius {
  const start = stepsToDeletion(database, event);
  return {
    event,
    bytes: [
      ...database.volumes.map(volume =>
        fateOfVolume(database, volume, event, start),
      ),
      ...storesAtStake(database).map(store =>
        fateOfStore(database, store, event, start),
      ),
    ],
  };
}
