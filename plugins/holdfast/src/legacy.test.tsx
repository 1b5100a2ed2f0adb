import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { databaseNamed, entityOf, FleetApi, fleetAt } from './__testUtils__';
import { EntityRecoveryCard, holdfastApiRef, HoldfastPage } from './legacy';

const fleet = fleetAt(Date.now());
const api = new FleetApi(() => fleet);

describe('the plugin for the old frontend system', () => {
  it('shows the card', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[holdfastApiRef, api]]}>
        <EntityProvider
          entity={entityOf(databaseNamed(fleet, 'orders-db').summary)}
        >
          <EntityRecoveryCard />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('heading', { name: /^At risk/ }),
    ).toBeInTheDocument();
  });

  it('shows the page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[holdfastApiRef, api]]}>
        <Routes>
          <Route path="/holdfast/*" element={<HoldfastPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/holdfast'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole('heading', { name: 'Recovery' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('orders-db')).toBeInTheDocument();
  });
});
