import {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  holdfastProvisioningReadPermission,
  ObjectiveConfig,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { Engines } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { Inventory } from '../inventory/Inventory';
import { ClusterOffers } from './ClusterOffers';
import { DefaultPreviews } from './DefaultPreviews';
import { Previews } from './Previews';
import { readProvisioningConfig } from './readProvisioningConfig';
import { TakenNames } from './TakenNames';

/**
 * Previews by the configuration. Prices that cannot be read are logged, one by one.
 *
 * @throws InputError for a quota or place that cannot be used
 */
export function createPreviews(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  engines: Engines;
  inventory: Pick<Inventory, 'clusterStates'>;
  knex: Knex;
  logger: LoggerService;
  objectives: ObjectiveConfig;
  permissionsRegistry: PermissionsRegistryService;
  rules: readonly Rule[];
}): Previews {
  const { config, logger, permissionsRegistry } = options;
  const read = readProvisioningConfig(config);
  for (const { message } of read.priceProblems) {
    logger.warn(`What cannot be read has no price: ${message}`);
  }
  permissionsRegistry.addPermissions([holdfastProvisioningReadPermission]);
  return DefaultPreviews.create({
    ...options,
    ...read,
    clusters: ClusterOffers.create({ ...options, ...read }),
    takenNames: TakenNames.create(options),
  });
}
