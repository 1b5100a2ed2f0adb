import {
  DatabaseSummary,
  RESOURCE_TYPE_HOLDFAST_DATABASE,
} from '@holdfast/plugin-holdfast-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { DatabaseCondition } from '../recovery/DatabaseFilter';

/**
 * What permission rules see of a database.
 *
 * @public
 */
export type DatabaseResource = Pick<DatabaseSummary, 'id' | 'owner' | 'system'>;

/**
 * What permission rules are about.
 *
 * @public
 */
export const databaseResourceRef = createPermissionResourceRef<
  DatabaseResource,
  DatabaseCondition
>().with({
  pluginId: 'holdfast',
  resourceType: RESOURCE_TYPE_HOLDFAST_DATABASE,
});
