import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { readDatabases } from '../database/operations/databases/readDatabases';
import { Databases } from '../recovery/Databases';
import { Ledger } from '../recovery/ledger/Ledger';
import { AuthorizedLedger } from './AuthorizedLedger';
import { databaseResourceRef } from './databaseResourceRef';

/**
 * Lets callers use the ledger as the permission framework allows, once databases are known to it.
 */
export function authorizeLedger(options: {
  ledger: Ledger;
  databases: Databases;
  knex: Knex;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): Ledger {
  const { ledger, databases, knex, permissions, permissionsRegistry } = options;
  const ruleset = permissionsRegistry.getPermissionRuleset(databaseResourceRef);
  return AuthorizedLedger.create({
    ledger,
    databases,
    permissions,
    findResource: async id =>
      (await readDatabases(knex, { ids: [id] })).get(id)?.summary,
    isAllowed: createConditionAuthorizer(ruleset),
  });
}
