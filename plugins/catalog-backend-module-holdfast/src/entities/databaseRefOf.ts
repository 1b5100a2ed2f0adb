import { InventoryItem } from '@holdfast/plugin-holdfast-common';
import { discoveredEntityRef } from './discoveredResource';

/** The entity that stands for a database: the one in its repository where there is one, else the one that we emit. */
export function databaseRefOf(item: InventoryItem): string {
  return item.entityRef ?? discoveredEntityRef(item.reference);
}
