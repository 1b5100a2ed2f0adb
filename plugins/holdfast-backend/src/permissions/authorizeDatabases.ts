import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { holdfastPermissions } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { readDatabases } from '../database/operations/databases/readDatabases';
import { Databases } from '../recovery/Databases';
import { AuthorizedDatabases } from './AuthorizedDatabases';
import { databaseResourceRef } from './databaseResourceRef';
import { databasePermissionRules } from './rules';

/**
 * Makes databases known to the permission framework, and lets callers see only what it allows.
 */
export function authorizeDatabases(options: {
  databases: Databases;
  knex: Knex;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): Databases {
  const { databases, knex, permissions, permissionsRegistry } = options;
  permissionsRegistry.addResourceType({
    resourceRef: databaseResourceRef,
    permissions: holdfastPermissions,
    rules: Object.values(databasePermissionRules),
    getResources: async ids => {
      const found = await readDatabases(knex, { ids });
      return ids.map(id => found.get(id)?.summary);
    },
  });
  const ruleset = permissionsRegistry.getPermissionRuleset(databaseResourceRef);
  return AuthorizedDatabases.create({
    databases,
    permissions,
    transformConditions: createConditionTransformer(ruleset),
    isAllowed: createConditionAuthorizer(ruleset),
  });
}
