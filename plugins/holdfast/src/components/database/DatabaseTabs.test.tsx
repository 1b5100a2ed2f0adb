import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  catalogStandIn,
  databaseNamed,
  failingApi,
  FleetApi,
  fleetApiWith,
  fleetAt,
  fleetWith,
  restoreAt,
  VariantName,
} from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import plugin from '../../plugin';

const now = Date.now();
const orders = databaseNamed(fleetAt(now), 'orders-db');
const { id } = orders.summary;

function renderTab(
  tab: string,
  options: { variant?: VariantName; api?: HoldfastApi } = {},
) {
  const { variant } = options;
  const fleet = variant ? fleetWith(variant, now) : fleetAt(now);
  renderTestApp({
    features: [plugin, catalogStandIn],
    initialRouteEntries: [
      `/holdfast/databases/${encodeURIComponent(id)}?tab=${tab}`,
    ],
    apis: [[holdfastApiRef, options.api ?? new FleetApi(() => fleet)]],
  });
}

describe('the page of a database', () => {
  it('is led through by the keyboard', async () => {
    renderTab('recovery');
    const recovery = await screen.findByRole('tab', { name: 'Recovery' });
    expect(recovery).toHaveAttribute('aria-selected', 'true');
    recovery.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByRole('tab', { name: 'Restores' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      await screen.findByText('No restore of it is known'),
    ).toBeInTheDocument();
  });

  describe('Restores', () => {
    it('lists them with what was asked of the data', async () => {
      renderTab('restores', { variant: 'a check failed' });
      const failed = await screen.findByRole('button', { name: /^Failed: / });
      await userEvent.click(failed);
      const checks = screen.getByRole('table', {
        name: 'What was asked of the restored data',
      });
      expect(
        within(checks).getByRole('row', { name: /newest order/ }),
      ).toHaveTextContent('newest ordernot passed9 d old');
    });

    it('leads from page to page', async () => {
      const fleet = fleetAt(now);
      const restores = Array.from({ length: 12 }, (_, index) =>
        restoreAt(now - index * 86_400_000, { id: `r${index}` }),
      );
      renderTab('restores', {
        api: new FleetApi(() => ({ ...fleet, more: { [id]: { restores } } })),
      });
      expect(await screen.findByText('1 to 10 of 12')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
      expect(await screen.findByText('11 to 12 of 12')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    });
  });

  it('shows what changed, by which rule, and for how long objectives were met', async () => {
    renderTab('history');
    const attainment = await screen.findByRole('table', { name: 'Attainment' });
    const month = within(attainment).getByRole('row', { name: /^30 days/ });
    expect(month).toHaveTextContent(
      /99\.97%missed for 7 min.*not known for 4 h.*known since/,
    );
    const changes = screen.getByRole('list', {
      name: 'Changes of the verdict and of the RPO, newest first',
    });
    const [newest, oldest] = within(changes).getAllByRole('listitem');
    expect(newest).toHaveTextContent(
      /Protected.*became.*At risk.*RPO missed from then on.*WAL has not reached.*archiving\/failing/,
    );
    expect(oldest).toHaveTextContent('first seen');
  });

  it('shows points by control, and how to earn the rest', async () => {
    renderTab('score', { variant: 'the copy in the other region lags' });
    expect(await screen.findByText('72 of 100')).toBeInTheDocument();
    expect(
      screen.getByText('For 12 points: Rehearse a restore.'),
    ).toBeInTheDocument();
    const region = screen.getByText('Objectives for the loss of a region');
    expect(region).toHaveTextContent('not known');
  });

  it('answers 3-2-1-1-0 with what was counted', async () => {
    renderTab('score', { variant: 'proven by a report' });
    const locked = await screen.findByText('One that cannot be changed');
    expect(locked).toHaveTextContent('not known');
    await userEvent.click(
      screen.getByRole('button', { name: /^Evidence.*Three copies/ }),
    );
    expect(screen.getByText(/readyInstances/)).toBeVisible();
  });

  it('says why there is no score', async () => {
    renderTab('score');
    expect(await screen.findByText(/There is no score/)).toBeInTheDocument();
  });

  it('shows volumes with their troubles and what each backup did with them', async () => {
    renderTab('volumes', { variant: 'velero skipped a volume' });
    const table = await screen.findByRole('table', {
      name: 'What backups did with orders-db-1, newest first',
    });
    const [, newest] = within(table).getAllByRole('row');
    expect(newest).toHaveTextContent(/skipped.*no DataUpload of it.*nightly/);
    expect(
      screen.getByText(/It was to grow and did not: the storage refuses/),
    ).toBeInTheDocument();
  });

  it('tells what becomes of the bytes when it leaves Git', async () => {
    renderTab('deletion');
    const section = await screen.findByRole('region', {
      name: 'If this leaves Git',
    });
    expect(section).toHaveTextContent(
      /Volume orders-db-1 with data: gone, and nothing asks/,
    );
    expect(section).toHaveTextContent(/Backups in s3:.*: kept/);
    await userEvent.click(
      within(section).getByRole('button', {
        name: /^Evidence.*Volume orders-db-1/,
      }),
    );
    expect(screen.getByText(/syncPolicy.automated.prune/)).toBeInTheDocument();
  });

  it('says that the cluster is away, and that this is how it stood then', async () => {
    renderTab('volumes', {
      api: fleetApiWith(() => fleetAt(now), {
        getDatabase: async () => ({
          ...orders,
          summary: { ...orders.summary, stale: true },
        }),
      }),
    });
    expect(
      await screen.findByText('Cluster eu-west does not answer'),
    ).toBeInTheDocument();
  });

  it('says that evidence is hidden', async () => {
    renderTab('deletion', {
      api: fleetApiWith(() => fleetAt(now), {
        getDatabase: async () => ({ ...orders, evidenceHidden: true }),
      }),
    });
    expect(await screen.findByText(/holdfast.evidence.read/)).toBeVisible();
  });

  it.each(['restores', 'history', 'volumes', 'deletion'])(
    'tries %s again when it is told to',
    async tab => {
      const usual = new FleetApi(() => fleetAt(now));
      const failing = failingApi(503, 'The backend is starting.');
      renderTab(tab, {
        api: {
          ...failing,
          getDatabase: database => usual.getDatabase(database),
        },
      });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The backend is starting.',
      );
      expect(
        screen.getByRole('button', { name: 'Try again' }),
      ).toBeInTheDocument();
    },
  );
});
