import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** A gallery of the card in all its states, a form with all of our fields, and a page for every entity of the fleet in memory. */
export const statesPlugin = createFrontendPlugin({
  pluginId: 'states',
  extensions: [
    PageBlueprint.make({
      name: 'gallery',
      params: {
        path: '/states',
        title: 'States',
        loader: async () => {
          const { Gallery } = await import('./Gallery');
          return <Gallery />;
        },
      },
    }),
    PageBlueprint.make({
      name: 'form',
      params: {
        path: '/form',
        title: 'Form',
        loader: async () => {
          const { FormPage } = await import('./FormPage');
          return <FormPage />;
        },
      },
    }),
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => {
          const { EntityStandIn } = await import('./Gallery');
          return <EntityStandIn />;
        },
      },
    }),
  ],
});
