import { hostname } from 'node:os';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  holdfastExtensionPoint,
  qualifiedKind,
} from '@holdfast/plugin-holdfast-node';
import { announceChanges } from './announceChanges';
import { ClaimsReader } from './claims/ClaimsReader';
import { readClusters } from './clusters/readClusters';
import { migrateDatabase } from './database/migrateDatabase';
import { HoldfastExtensions } from './HoldfastExtensions';
import { DefaultSharedFates } from './fates/DefaultSharedFates';
import { DatabaseInventory } from './inventory/DatabaseInventory';
import { MetricsCollector } from './metrics/MetricsCollector';
import { AuthorizedPreviews } from './permissions/AuthorizedPreviews';
import { authorizeDatabases } from './permissions/authorizeDatabases';
import { authorizeLedger } from './permissions/authorizeLedger';
import { authorizeSharedFates } from './permissions/authorizeSharedFates';
import { authorizeWaivers } from './permissions/authorizeWaivers';
import { createPreviews } from './provisioning/createPreviews';
import { readRecoveryConfig } from './readRecoveryConfig';
import { Changes } from './recovery/Changes';
import { DefaultDatabases } from './recovery/DefaultDatabases';
import { Describer } from './recovery/Describer';
import { Judge } from './recovery/Judge';
import { judgementVersion } from './recovery/judgementVersion';
import { DefaultLedger } from './recovery/ledger/DefaultLedger';
import { RecoveryLoop } from './recovery/RecoveryLoop';
import { RecoveryService } from './recovery/RecoveryService';
import { createRouter } from './router';
import { LeaseKeeper } from './sync/leases/LeaseKeeper';
import { SyncService } from './sync/SyncService';
import { DefaultWaivers } from './waivers/DefaultWaivers';

/**
 * Follows databases in Kubernetes clusters, judges whether they could be brought back, and serves the Holdfast API.
 *
 * @public
 */
export const holdfastPlugin = createBackendPlugin({
  pluginId: 'holdfast',
  register(env) {
    const extensions = new HoldfastExtensions();
    env.registerExtensionPoint(holdfastExtensionPoint, extensions);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(services) {
        const { auth, catalog, events, httpAuth, lifecycle, logger } = services;
        const { engines, rules } = extensions;
        const config = readRecoveryConfig(services.config);
        const clusters = readClusters({ config: services.config, logger });
        const knex = await migrateDatabase(services.database);

        const holder = `${hostname()}/${process.pid}`;
        const leases = LeaseKeeper.create({ knex, holder, logger });
        const inventory = DatabaseInventory.create({
          knex,
          rootKinds: engines.databaseKinds,
          kinds: engines.resources.map(qualifiedKind),
        });
        const base = { knex, inventory, logger };

        const sync = SyncService.create({ clusters, engines, leases, ...base });
        const describer = Describer.create({ engines, ...base });
        const judge = Judge.create({ describer, rules, ...config, knex });
        const version = judgementVersion({ engines, rules, config });
        const loop = RecoveryLoop.create({ judge, version, ...base });
        const onMarked = () => loop.wake();
        const recovery = RecoveryService.create({
          leases,
          loop,
          claims: ClaimsReader.create({ catalog, auth, onMarked, ...base }),
          metrics: MetricsCollector.create({
            queries: engines.metrics,
            sources: config.metrics,
            onMarked,
            ...base,
          }),
          config,
          ...base,
        });

        const databases = authorizeDatabases({
          databases: DefaultDatabases.create({ describer, ...base }),
          ...services,
          knex,
        });
        services.httpRouter.use(
          await createRouter({
            httpAuth,
            auditor: services.auditor,
            databases,
            ledger: authorizeLedger({
              ledger: DefaultLedger.create({ describer, onMarked, ...base }),
              ...services,
              databases,
              knex,
            }),
            waivers: authorizeWaivers({
              waivers: DefaultWaivers.create({ rules, onMarked, knex }),
              ...services,
              databases,
            }),
            sharedFates: authorizeSharedFates({
              sharedFates: DefaultSharedFates.create({ knex }),
              ...services,
            }),
            rules,
            changes: Changes.create({
              clusters: clusters.map(({ name }) => name),
              ...base,
            }),
            previews: AuthorizedPreviews.create({
              previews: createPreviews({
                ...services,
                ...config,
                engines,
                rules,
                ...base,
              }),
              permissions: services.permissions,
            }),
          }),
        );

        const stopAnnouncing = announceChanges({ inventory, events, logger });
        lifecycle.addStartupHook(async () => {
          await sync.start();
          recovery.start();
        });
        lifecycle.addShutdownHook(async () => {
          stopAnnouncing();
          await Promise.all([sync.stop(), recovery.stop()]);
        });
      },
    });
  },
});
