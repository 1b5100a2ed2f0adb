import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendPlugin,
  ExtensionBoundary,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { databaseNamed, entityOf, fleetAt } from './__testUtils__';
import plugin from './plugin';

const fleet = fleetAt(Date.now());
const orders = databaseNamed(fleet, 'orders-db');

// Stands in for the catalog's entity page: it shows what is attached to its overview.
const catalog = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    createExtension({
      kind: 'entity-content',
      name: 'overview',
      attachTo: { id: 'app/routes', input: 'routes' },
      inputs: {
        cards: createExtensionInput([coreExtensionData.reactElement]),
      },
      output: [coreExtensionData.routePath, coreExtensionData.reactElement],
      factory: ({ inputs, node }) => [
        coreExtensionData.routePath('/entity'),
        coreExtensionData.reactElement(
          ExtensionBoundary.lazy(node, async () => (
            <EntityProvider entity={entityOf(orders.summary)}>
              {inputs.cards.map(card => (
                <div key={card.node.spec.id}>
                  {card.get(coreExtensionData.reactElement)}
                </div>
              ))}
            </EntityProvider>
          )),
        ),
      ],
    }),
  ],
});

describe('the plugin', () => {
  it('puts its card on the page of an entity and asks the backend for the database', async () => {
    const asked: string[] = [];
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      const { pathname } = new URL(new Request(input, init).url);
      asked.push(pathname);
      return Response.json(
        pathname.endsWith('/recovery-points')
          ? { items: [], totalItems: 0, pageInfo: {} }
          : orders,
      );
    };
    renderTestApp({
      features: [plugin, catalog],
      initialRouteEntries: ['/entity'],
      apis: [[fetchApiRef, { fetch }]],
    });
    expect(
      await screen.findByRole('heading', { name: /^At risk/ }),
    ).toBeInTheDocument();
    expect(asked[0]).toBe(
      '/api/holdfast/databases/eu-west%2Forders%2FCluster.postgresql.cnpg.io%2Forders-db',
    );
  });
});
