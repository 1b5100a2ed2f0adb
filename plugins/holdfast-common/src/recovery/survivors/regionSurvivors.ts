import { BackupStore, Database, DatabaseCopy } from '../../model';
import { isInCluster } from '../backups/isInCluster';

/**
 * What is left of a database when the region that it runs in is lost.
 */
export interface RegionSurvivors {
  /** Copies that stand ready in another region. */
  copies: DatabaseCopy[];
  /** Stores in use in another region. */
  stores: BackupStore[];
  /** All copies and all stores are known to be lost with it. */
  nothing: boolean;
}

/**
 * Finds what is left in other regions; undefined when nobody knows in which one the database runs. Regions are compared by name: those of two
 * providers differ, and are not lost together.
 */
export function regionSurvivors({
  region,
  copies = [],
  stores,
}: Database): RegionSurvivors | undefined {
  if (!region) return undefined;
  const home = region.value;
  const inUse = stores.filter(store => store.inUse);
  const isLost = (store: BackupStore) =>
    store.inCluster?.value === true || store.region?.value === home;
  return {
    copies: copies.filter(
      copy =>
        copy.region !== undefined &&
        copy.region.value !== home &&
        copy.ready?.value === true,
    ),
    stores: inUse.filter(
      store => store.region && !isLost(store) && !isInCluster(store),
    ),
    nothing:
      inUse.length > 0 &&
      inUse.every(isLost) &&
      copies.every(copy => copy.region?.value === home),
  };
}
