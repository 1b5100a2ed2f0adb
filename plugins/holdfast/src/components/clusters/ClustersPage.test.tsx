import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { failingApi, FleetApi, fleetAt } from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import plugin from '../../plugin';

const fleet = fleetAt(Date.now());

function renderClusters(api: HoldfastApi) {
  return renderTestApp({
    features: [plugin],
    initialRouteEntries: ['/holdfast/clusters'],
    apis: [[holdfastApiRef, api]],
  });
}

describe('ClustersPage', () => {
  it('says in words how well each kind of a cluster is known', async () => {
    renderClusters(new FleetApi(() => fleet));
    const kinds = await screen.findByRole('table', {
      name: 'What is read of cluster us-east',
    });
    expect(
      within(kinds).getByRole('row', { name: /^Backup/ }),
    ).toHaveTextContent(
      'not allowed to read it: backups.postgresql.cnpg.io is forbidden',
    );
    expect(
      screen.getByRole('row', { name: /^VolumeSnapshot/ }),
    ).toHaveTextContent('not installed there');
    expect(
      screen.getByRole('heading', { name: 'eu-north' }).parentElement,
    ).toHaveTextContent(/lost.*connect ECONNREFUSED/);
  });

  it('says whether the metrics of a cluster arrive', async () => {
    renderClusters(new FleetApi(() => fleet));
    const headingOf = async (name: string) =>
      (await screen.findByRole('heading', { name })).parentElement;
    expect(await headingOf('eu-west')).toHaveTextContent(
      /Metrics: last answer \d+ seconds ago/,
    );
    expect(await headingOf('us-east')).toHaveTextContent(
      /Metrics: failing: .* answered 502/,
    );
    expect(await headingOf('eu-north')).toHaveTextContent(
      'Metrics: not configured',
    );
  });

  it('leads to the databases of a cluster', async () => {
    renderClusters(new FleetApi(() => fleet));
    expect(
      await screen.findByRole('link', { name: '4 databases' }),
    ).toHaveAttribute('href', '/holdfast/databases?cluster=eu-west');
  });

  it('says when no cluster is configured', async () => {
    renderClusters(
      new FleetApi(() => ({ databases: [], points: {}, clusters: [] })),
    );
    expect(
      await screen.findByText(/No cluster is configured/),
    ).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    renderClusters(failingApi(503, 'The backend is starting.'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is starting.',
    );
  });
});
