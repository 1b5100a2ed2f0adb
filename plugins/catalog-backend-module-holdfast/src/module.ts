import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  CHANGES_TOPIC,
  HoldfastClient,
} from '@holdfast/plugin-holdfast-common';
import { HoldfastEntityProvider } from './HoldfastEntityProvider';
import { SynchroniseLoop } from './SynchroniseLoop';

/**
 * Databases, backups and backup stores as catalog entities.
 *
 * @public
 */
export const catalogModuleHoldfast = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'holdfast',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        events,
        lifecycle,
        logger,
      }) {
        const provider = new HoldfastEntityProvider({
          client: new HoldfastClient({ discoveryApi: discovery }),
          auth,
          logger,
          defaultOwner:
            config.getOptionalString('holdfast.defaultOwner') ?? 'unknown',
          reconcileEverySeconds: 24 * 60 * 60,
        });
        catalog.addEntityProvider(provider);

        const loop = new SynchroniseLoop({ provider, logger });
        await events.subscribe({
          id: 'catalog-holdfast',
          topics: [CHANGES_TOPIC],
          onEvent: async () => loop.wake(),
        });
        lifecycle.addStartupHook(() => loop.start());
        lifecycle.addShutdownHook(() => loop.stop());
      },
    });
  },
});
