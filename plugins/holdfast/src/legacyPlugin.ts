import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';
import { holdfastApiRef } from './api';
import {
  databaseRouteRef,
  databasesRouteRef,
  rootRouteRef,
  sharedFateRouteRef,
} from './routes';

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
    sharedFate: sharedFateRouteRef,
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
