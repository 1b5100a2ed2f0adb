import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  PluginWrapperBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';
import { RiLifebuoyLine } from '@remixicon/react';
import { useState } from 'react';
import { holdfastApiRef } from './api';
import { formFieldExtensions } from './formFieldExtensions';
import { createQueryClient, QueryProvider } from './queries/QueryProvider';
import {
  databaseRouteRef,
  databasesRouteRef,
  rootRouteRef,
  sharedFateRouteRef,
} from './routes';

const holdfastApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: holdfastApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new HoldfastClient({ discoveryApi, fetchApi }),
    }),
});

const queryWrapper = PluginWrapperBlueprint.make({
  params: defineParams =>
    defineParams({
      loader: async () => ({
        useWrapperValue: () => useState(createQueryClient)[0],
        component: ({ children, value }) => (
          <QueryProvider client={value}>{children}</QueryProvider>
        ),
      }),
    }),
});

const recoveryCard = EntityCardBlueprint.make({
  name: 'recovery',
  params: {
    filter: { kind: 'Resource', 'spec.type': 'database' },
    loader: async () => {
      const { RecoveryCard } = await import('./components/recovery');
      return <RecoveryCard />;
    },
  },
});

const connectCard = EntityCardBlueprint.make({
  name: 'connect',
  params: {
    filter: { kind: 'Resource', 'spec.type': 'database' },
    loader: async () => {
      const { ConnectCard } = await import('./components/connect');
      return <ConnectCard />;
    },
  },
});

const recoveryPage = PageBlueprint.make({
  params: {
    path: '/holdfast',
    title: 'Recovery',
    icon: <RiLifebuoyLine />,
    routeRef: rootRouteRef,
  },
});

const databasesSubPage = SubPageBlueprint.make({
  name: 'databases',
  params: {
    path: 'databases',
    title: 'Databases',
    loader: async () => {
      const { DatabasesRoutes } = await import('./components/fleet');
      return <DatabasesRoutes />;
    },
  },
});

const clustersSubPage = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: 'Clusters',
    loader: async () => {
      const { ClustersPage } = await import('./components/clusters');
      return <ClustersPage />;
    },
  },
});

const sharedFateSubPage = SubPageBlueprint.make({
  name: 'shared-fate',
  params: {
    path: 'shared-fate',
    title: 'Shared fate',
    loader: async () => {
      const { SharedFatePage } = await import('./components/fate');
      return <SharedFatePage />;
    },
  },
});

/**
 * The Recovery and the Connect card on the pages of databases, the Recovery page over the whole fleet, and the fields of the forms that databases
 * are asked for with.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'holdfast',
  title: 'Recovery',
  icon: <RiLifebuoyLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    databases: databasesRouteRef,
    database: databaseRouteRef,
    sharedFate: sharedFateRouteRef,
  },
  extensions: [
    holdfastApi,
    queryWrapper,
    recoveryCard,
    connectCard,
    recoveryPage,
    databasesSubPage,
    sharedFateSubPage,
    clustersSubPage,
    ...formFieldExtensions,
  ],
});
