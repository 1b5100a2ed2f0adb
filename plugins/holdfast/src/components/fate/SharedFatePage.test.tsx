import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  catalogStandIn,
  failingApi,
  FleetApi,
  fleetAt,
} from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import plugin from '../../plugin';

const fleet = fleetAt(Date.now());

function renderPage(path: string, api?: HoldfastApi) {
  renderTestApp({
    features: [plugin, catalogStandIn],
    initialRouteEntries: [path],
    apis: [[holdfastApiRef, api ?? new FleetApi(() => fleet)]],
  });
}

describe('SharedFatePage', () => {
  it('lists what goes down together, and how much', async () => {
    renderPage('/holdfast/shared-fate');
    const list = await screen.findByRole('list', {
      name: 'What goes down together, worst first',
    });
    const items = within(list).getAllByRole('button');
    expect(items[0]).toHaveTextContent(
      'Cluster eu-west4 databases stand on it. Nothing would be left of 1. 1 would lose all backups. 4 would be down.',
    );
    expect(items[1]).toHaveTextContent(
      'Bucket acme-pg-eu-west2 databases stand on it. 2 would lose all backups.',
    );
  });

  it('names the databases that one may see, and counts the others', async () => {
    renderPage('/holdfast/shared-fate');
    const cluster = await screen.findByRole('button', {
      name: /^Cluster eu-west/,
    });
    cluster.focus();
    await userEvent.keyboard('{Enter}');
    const table = screen.getByRole('table', {
      name: 'Databases that stand on eu-west',
    });
    const [link] = within(table).getAllByRole('link');
    expect(link).toHaveAttribute(
      'href',
      '/holdfast/databases/eu-west%2Forders%2FCluster.postgresql.cnpg.io%2Forders-db',
    );
    expect(
      screen.getByText('2 more databases that are not named here.'),
    ).toBeVisible();
  });

  it('takes the kinds from the address', async () => {
    renderPage('/holdfast/shared-fate?kind=bucket');
    expect(
      await screen.findByRole('button', { name: /^Bucket acme/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Cluster eu-west/ }),
    ).not.toBeInTheDocument();
  });

  it('says that nothing is shared', async () => {
    renderPage('/holdfast/shared-fate?kind=zone');
    expect(await screen.findByText('Nothing is shared')).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    renderPage(
      '/holdfast/shared-fate',
      failingApi(503, 'The backend is starting.'),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is starting.',
    );
  });
});
