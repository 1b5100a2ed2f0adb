import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import {
  databaseNamed,
  FleetApi,
  fleetApiWith,
  fleetAt,
  fleetWith,
  problem,
  VariantName,
} from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import { createQueryClient, QueryProvider } from '../../queries';
import { ProofSection } from './ProofSection';

const now = Date.now();

function renderProof(options: {
  variant?: VariantName;
  name?: string;
  api?: HoldfastApi;
}) {
  const { variant, name = 'orders-db' } = options;
  const fleet = variant ? fleetWith(variant, now) : fleetAt(now);
  const { summary, assessment } = databaseNamed(fleet, name);
  renderInTestApp(
    <QueryProvider client={createQueryClient()}>
      <ProofSection databaseId={summary.id} assessment={assessment} now={now} />
    </QueryProvider>,
    { apis: [[holdfastApiRef, options.api ?? new FleetApi(() => fleet)]] },
  );
}

describe('ProofSection', () => {
  it('says who restored it, when, from what, how long it took and what was checked', async () => {
    renderProof({ variant: 'proven by a report' });
    const state = await screen.findByText('Restore proven');
    expect(state.parentElement).toHaveTextContent(
      'Restore proven. Restored 6 days ago by cnpg-drill, from orders-20261114020000, in 4 min, 5 of 5 checks passed.',
    );
  });

  it('tells how far apart the measured times lie, and that some failed', async () => {
    renderProof({ variant: 'proven by a report' });
    expect(
      await screen.findByText(
        '2 restores measured: 4 min to 12 min, median 8 min. 1 of the last 3 failed.',
      ),
    ).toBeInTheDocument();
  });

  it('says that a drill no longer runs', async () => {
    renderProof({ variant: 'proven by a report' });
    expect(
      await screen.findByText('Drill orders-drill is suspended.'),
    ).toBeInTheDocument();
  });

  it('says which check did not pass, and when it last went well', async () => {
    renderProof({ variant: 'a check failed' });
    const state = await screen.findByText('Last restore failed');
    expect(state.parentElement).toHaveTextContent(
      'Tried 1 day ago by cnpg-drill for jane.doe, 1 of 2 checks passed. Not passed: newest order (9 d old).',
    );
    expect(
      screen.getByText(/The last one that succeeded was/),
    ).toHaveTextContent(/31 days ago/);
  });

  it('says of a restore in which nothing was checked that it was so', async () => {
    renderProof({ variant: 'mariadb with binary logs' });
    expect(
      await screen.findByText(/nothing was checked in it/),
    ).toBeInTheDocument();
  });

  it('says that it was never restored, and how often it should be', async () => {
    renderProof({ name: 'catalogue' });
    expect(
      await screen.findByText('Never restored, as far as is known'),
    ).toBeInTheDocument();
    expect(screen.getByText('One is due every 90 d.')).toBeInTheDocument();
  });

  it('does not take a failed call for no restore', async () => {
    renderProof({
      api: fleetApiWith(() => fleetAt(now), {
        listRestores: async () => {
          throw await problem(503, 'The backend is starting.');
        },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The restores could not be loaded',
    );
    expect(screen.queryByText(/Never restored/)).not.toBeInTheDocument();
  });
});
