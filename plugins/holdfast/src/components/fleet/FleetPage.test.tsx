import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  catalogStandIn,
  failingApi,
  FleetApi,
  fleetApiWith,
  fleetAt,
} from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import plugin from '../../plugin';

const fleet = fleetAt(Date.now());

function renderFleet(path: string, api?: HoldfastApi) {
  return renderTestApp({
    features: [plugin, catalogStandIn],
    initialRouteEntries: [path],
    apis: [[holdfastApiRef, api ?? new FleetApi(() => fleet)]],
  });
}

const rowNames = async () => {
  const table = await screen.findByRole('grid');
  await within(table).findAllByRole('rowheader');
  return within(table)
    .getAllByRole('rowheader')
    .map(cell => cell.querySelector('p, a')?.textContent);
};

describe('FleetPage', () => {
  it('shows the worst first', async () => {
    renderFleet('/holdfast');
    expect(await rowNames()).toEqual([
      'sessions',
      'events',
      'orders-db',
      'reporting-warehouse-for-the-quarterly-statements-of-north-america',
      'catalogue',
      'invoices',
      'ledger',
      'scratch',
    ]);
  });

  it('counts by verdict, and filters by it with the keyboard alone', async () => {
    renderFleet('/holdfast/databases');
    const tile = await screen.findByRole('button', { name: '2At risk' });
    tile.focus();
    await userEvent.keyboard('{Enter}');
    expect(tile).toHaveAttribute('aria-pressed', 'true');
    await waitFor(async () => expect(await rowNames()).toHaveLength(2));
    await userEvent.keyboard('{Enter}');
    expect(tile).toHaveAttribute('aria-pressed', 'false');
    await waitFor(async () => expect(await rowNames()).toHaveLength(8));
  });

  it('takes its filter from the address', async () => {
    renderFleet(
      '/holdfast/databases?cluster=eu-west&text=orders&orderField=name,asc',
    );
    expect(await rowNames()).toEqual(['orders-db']);
    expect(screen.getByRole('searchbox')).toHaveValue('orders');
  });

  it('searches when the typing pauses', async () => {
    renderFleet('/holdfast/databases');
    await userEvent.type(await screen.findByRole('searchbox'), 'PAYMENTS');
    await waitFor(async () =>
      expect(await rowNames()).toEqual(['invoices', 'ledger']),
    );
  });

  it('offers a way back when nothing matches', async () => {
    renderFleet('/holdfast/databases?text=nothing-of-that-name');
    expect(await screen.findByText('No database matches')).toBeVisible();
    const [, clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    expect(await rowNames()).toHaveLength(8);
  });

  it('sorts on the server', async () => {
    renderFleet('/holdfast/databases');
    await rowNames();
    await userEvent.click(
      screen.getByRole('columnheader', { name: 'Cluster' }),
    );
    await waitFor(async () => expect((await rowNames())[0]).toBe('invoices'));
  });

  it('walks the pages onwards and back', async () => {
    const api = new FleetApi(() => fleet);
    renderFleet(
      '/holdfast/databases',
      fleetApiWith(() => fleet, {
        listDatabases: query => api.listDatabases({ ...query, limit: 5 }),
      }),
    );
    expect((await rowNames())[0]).toBe('sessions');
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await waitFor(async () =>
      expect(await rowNames()).toEqual(['invoices', 'ledger', 'scratch']),
    );
    expect(
      screen.getByRole('button', { name: 'Next table page' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    await waitFor(async () => expect((await rowNames())[0]).toBe('sessions'));
  });

  it('has one notice for a cluster that is away, and marks its databases', async () => {
    renderFleet('/holdfast/databases');
    const notice = await screen.findByText('Cluster eu-north does not answer');
    expect(notice.parentElement).toHaveTextContent(
      /No answer since .*: connect ECONNREFUSED 10.2.0.4:6443\. Its database is shown as it stood then\./,
    );
    await rowNames();
    expect(screen.getAllByText('stale')).toHaveLength(1);
    expect(
      within(
        screen.getByRole('list', { name: 'Freshness of the clusters' }),
      ).getAllByRole('listitem'),
    ).toHaveLength(3);
  });

  it('leads to the page of the entity', async () => {
    renderFleet('/holdfast/databases?text=orders-db');
    await rowNames();
    await userEvent.click(screen.getByText('orders-db'));
    expect(
      await screen.findByText(
        'Entity page at /catalog/default/resource/orders-db',
      ),
    ).toBeVisible();
  });

  it('shows a database without an entity by itself', async () => {
    renderFleet('/holdfast/databases?text=catalogue');
    await rowNames();
    await userEvent.click(screen.getByText('catalogue'));
    expect(
      await screen.findByRole('heading', { name: 'catalogue' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: /^Protected/ }),
    ).toBeVisible();
  });

  it('says when there is no such database', async () => {
    renderFleet(
      `/holdfast/databases/${encodeURIComponent(
        'eu-west/shop/Cluster.postgresql.cnpg.io/none',
      )}`,
    );
    expect(
      await screen.findByText('There is no such database'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /the id eu-west\/shop\/Cluster.postgresql.cnpg.io\/none/,
      ),
    ).toBeInTheDocument();
  });

  it.each([
    [[], /No cluster is configured/],
    [
      [
        {
          name: 'eu-west',
          state: 'synchronising' as const,
          databases: 0,
          resources: [],
        },
      ],
      /1 cluster is being read/,
    ],
    [
      [
        {
          name: 'eu-west',
          state: 'live' as const,
          databases: 0,
          resources: [],
        },
      ],
      /All clusters have been read/,
    ],
  ])('says why there is no database yet', async (clusters, why) => {
    renderFleet(
      '/holdfast/databases',
      new FleetApi(() => ({ databases: [], points: {}, clusters })),
    );
    expect(
      await screen.findByText('No database has been found yet'),
    ).toBeVisible();
    expect(await screen.findByText(why)).toBeVisible();
  });

  it('says what went wrong', async () => {
    renderFleet(
      '/holdfast/databases',
      failingApi(503, 'The backend is starting.'),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is starting.',
    );
  });

  it('names the permission that is missing', async () => {
    renderFleet('/holdfast/databases', failingApi(403, 'no'));
    await waitFor(() =>
      expect(screen.getByText(/holdfast.database.read/)).toBeVisible(),
    );
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});
