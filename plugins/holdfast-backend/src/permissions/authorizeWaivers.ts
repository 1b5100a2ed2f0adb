import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { Databases } from '../recovery/Databases';
import { AuthorizedWaivers } from './AuthorizedWaivers';
import { Waivers } from '../waivers/Waivers';
import { databaseResourceRef } from './databaseResourceRef';

/**
 * Lets callers waive only what the permission framework allows, once databases are known to it.
 */
export function authorizeWaivers(options: {
  waivers: Waivers;
  databases: Databases;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): Waivers {
  const { waivers, databases, permissions, permissionsRegistry } = options;
  const ruleset = permissionsRegistry.getPermissionRuleset(databaseResourceRef);
  return AuthorizedWaivers.create({
    waivers,
    databases,
    permissions,
    isAllowed: createConditionAuthorizer(ruleset),
  });
}
