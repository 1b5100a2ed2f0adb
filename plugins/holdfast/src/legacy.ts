import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { holdfastPlugin } from './legacyPlugin';
import { rootRouteRef } from './routes';

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

/**
 * The Connect card, for the page of a database.
 *
 * @public
 */
export const EntityConnectCard = holdfastPlugin.provide(
  createComponentExtension({
    name: 'EntityConnectCard',
    component: {
      lazy: async () => {
        const { LegacyConnectCard } = await import(
          './components/legacy/LegacyConnectCard'
        );
        return LegacyConnectCard;
      },
    },
  }),
);

export * from './legacyPlugin';
export * from './legacyFormFields';
export * from './api';
export * from './routes';
export * from './translation';
