import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';
import { holdfastApiRef } from './api';
import { databaseRouteRef, databasesRouteRef, rootRouteRef } from './routes';

/**
 * The plugin for apps on the old frontend system.
 *
 * @public
 */
export const holdfastPlugin = createPlugin({
  id: 'holdfast',
  routes: {
    root: rootRouteRef,
    databases: databasesRouteRef,
    database: databaseRouteRef,
  },
  apis: [
    createApiFactory({
      api: holdfastApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new HoldfastClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The Recovery page, for a route of its own.
 *
 * @public
 */
export const HoldfastPage = holdfastPlugin.provide(
  createRoutableExtension({
    name: 'HoldfastPage',
    mountPoint: rootRouteRef,
    component: async () => {
      const { LegacyRecoveryPage } = await import(
        './components/legacy/LegacyRecoveryPage'
      );
      return LegacyRecoveryPage;
    },
  }),
);

/**
 * The Recovery card, for the page of a database.
 *
 * @public
 */
export const EntityRecoveryCard = holdfastPlugin.provide(
  createComponentExtension({
    name: 'EntityRecoveryCard',
    component: {
      lazy: async () => {
        const { LegacyRecoveryCard } = await import(
          './components/legacy/LegacyRecoveryCard'
        );
        return LegacyRecoveryCard;
      },
    },
  }),
);

export * from './api';
export * from './routes';
export * from './translation';
