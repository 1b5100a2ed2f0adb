import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  databaseNamed,
  FleetApi,
  fleetWith,
  VariantName,
} from '../../__testUtils__';
import { holdfastApiRef } from '../../api';
import { createQueryClient, QueryProvider } from '../../queries';
import { DatabaseRecovery } from './DatabaseRecovery';

function renderRecovery(variant: VariantName) {
  const fleet = fleetWith(variant, Date.now());
  renderInTestApp(
    <QueryProvider client={createQueryClient()}>
      <DatabaseRecovery database={databaseNamed(fleet, 'orders-db')} />
    </QueryProvider>,
    { apis: [[holdfastApiRef, new FleetApi(() => fleet)]] },
  );
}

describe('DatabaseRecovery', () => {
  it('shows what is accepted apart, with the reason, the end and who said so', async () => {
    renderRecovery('a finding is waived');
    const headline = await screen.findByRole('heading', { name: /^Protected/ });
    expect(headline.parentElement).toHaveTextContent(
      /what stands against it is accepted for now/,
    );
    expect(
      screen.getByText('Nothing but what is accepted for now.'),
    ).toBeInTheDocument();
    const accepted = within(
      screen.getByRole('region', { name: 'Accepted for now' }),
    );
    const [byPerson, inGit] = accepted.getAllByRole('button');
    expect(byPerson).toHaveTextContent(
      /WAL has not reached.*Accepted until .* by jane.doe: the store moves/,
    );
    expect(inGit).toHaveTextContent(
      /Accepted in Git until .*, on resource:default\/orders-db: emptied on Friday/,
    );
  });

  it('tells disruptions apart, and what is not known of them', async () => {
    renderRecovery('the copy in the other region lags');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'For each disruption: 3 miss an objective',
      }),
    );
    const table = within(
      screen.getByRole('table', {
        name: 'Attained RPO and RTO for each disruption',
      }),
    );
    expect(
      table.getByRole('row', { name: /^the region is lost/ }),
    ).toHaveTextContent(
      /25 min of 5 min, missed.*measured.*5 min of 1 h, met.*measured by a failover/,
    );
    expect(
      table.getByRole('row', { name: /^a zone is lost/ }),
    ).toHaveTextContent(/Not known of 1 h/);
  });

  it('opens the score to what is outstanding, most points first', async () => {
    renderRecovery('the copy in the other region lags');
    await userEvent.click(
      await screen.findByRole('button', {
        name: '72 of 100, 28 points outstanding',
      }),
    );
    const earn = screen.getAllByText(/^For \d+ points: /);
    expect(earn.map(({ textContent }) => textContent?.slice(0, 14))).toEqual([
      'For 12 points:',
      'For 8 points: ',
    ]);
  });
});
