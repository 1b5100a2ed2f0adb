import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { SharedFates } from '../fates/SharedFates';
import { AuthorizedSharedFates } from './AuthorizedSharedFates';
import { databaseResourceRef } from './databaseResourceRef';

/**
 * Lets callers see of what goes down together only what the permission framework allows, once databases are known to it.
 */
export function authorizeSharedFates(options: {
  sharedFates: SharedFates;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): SharedFates {
  const { sharedFates, permissions, permissionsRegistry } = options;
  const ruleset = permissionsRegistry.getPermissionRuleset(databaseResourceRef);
  return AuthorizedSharedFates.create({
    sharedFates,
    permissions,
    transformConditions: createConditionTransformer(ruleset),
  });
}
