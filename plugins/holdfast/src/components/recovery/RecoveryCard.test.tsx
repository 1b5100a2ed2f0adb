import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  databaseNamed,
  entityOf,
  failingApi,
  FleetApi,
  fleetApiWith,
  fleetAt,
  problem,
} from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import { createQueryClient, QueryProvider } from '../../queries';
import { RecoveryCard } from './RecoveryCard';

const fleet = fleetAt(Date.now());

function renderCard(options: { entity: Entity; api?: HoldfastApi }) {
  return renderInTestApp(
    <QueryProvider client={createQueryClient()}>
      <EntityProvider entity={options.entity}>
        <RecoveryCard />
      </EntityProvider>
    </QueryProvider>,
    { apis: [[holdfastApiRef, options.api ?? new FleetApi(() => fleet)]] },
  );
}

const entityNamed = (name: string) =>
  entityOf(databaseNamed(fleet, name).summary);

describe('RecoveryCard', () => {
  it('says the verdict, why, and how RPO and RTO stand to the objective', async () => {
    renderCard({ entity: entityNamed('orders-db') });
    expect(
      await screen.findByRole('heading', { name: /^At risk/ }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByText(/WAL has not reached .*"connection refused"/),
    ).not.toHaveLength(0);

    const rpo = screen.getByRole('heading', { name: 'Attained RPO' });
    expect(rpo.parentElement).toHaveTextContent(
      /12 min.*over the objective of 5 min.*objective of tier gold.*measured/,
    );
    const rto = screen.getByRole('heading', { name: 'Attained RTO' });
    expect(rto.parentElement).toHaveTextContent(
      /23 min.*within the objective of 1 h.*estimated from size 48 GiB, restore throughput/,
    );
  });

  it.each([
    ['sessions', 'Unprotected', /There is no base backup/],
    ['events', 'Unknown', /Backups could not be read/],
    ['catalogue', 'Protected', /It can be restored, .* No restore of this/],
    ['ledger', 'Proven', /A restore of it succeeded/],
    ['scratch', 'Exempt', /rebuilt from the event log every night/],
  ])(
    'puts the verdict on %s in a word and a sentence',
    async (name, verdict, why) => {
      renderCard({ entity: entityNamed(name) });
      const heading = await screen.findByRole('heading', {
        name: new RegExp(`^${verdict}`),
      });
      expect(heading.parentElement).toHaveTextContent(why);
    },
  );

  it('has no good figures for what cannot be restored', async () => {
    renderCard({ entity: entityNamed('sessions') });
    const rpo = await screen.findByRole('heading', { name: 'Attained RPO' });
    expect(rpo.parentElement).toHaveTextContent(
      'Everythingover the objective of 1 h',
    );
    expect(screen.getByText('No moment can be restored.')).toBeInTheDocument();
  });

  it('says what the picture of the recovery window shows', async () => {
    renderCard({ entity: entityNamed('orders-db') });
    expect(await screen.findByRole('figure')).toHaveTextContent(
      /Any moment from .* can be restored; changes of the 12 min.* since then would be lost/,
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: /30 recovery points; 2 of them cannot bring this database back/,
      }),
    );
    const points = within(
      screen.getByRole('table', { name: 'Recovery points, newest first' }),
    );
    expect(points.getAllByText('no')).toHaveLength(2);
  });

  it('counts on while nothing arrives', async () => {
    const database = databaseNamed(fleet, 'orders-db');
    const { rpo } = database.assessment;
    const latestRestorable = new Date(Date.now() - 3 * 3_600_000).toISOString();
    renderCard({
      entity: entityNamed('orders-db'),
      api: fleetApiWith(() => fleet, {
        getDatabase: async () => ({
          ...database,
          assessment: {
            ...database.assessment,
            rpo: { ...rpo, data: { ...rpo.data, latestRestorable } },
          },
        }),
      }),
    });
    const title = await screen.findByRole('heading', { name: 'Attained RPO' });
    expect(title.parentElement).toHaveTextContent(/3 h.*over the objective/);
    expect(screen.getByRole('figure')).toHaveTextContent(
      /changes of the 3 h since then would be lost/,
    );
  });

  it('says of recovery points alone that nothing in between can be restored', async () => {
    renderCard({
      entity: entityNamed(
        'reporting-warehouse-for-the-quarterly-statements-of-north-america',
      ),
    });
    expect(await screen.findByRole('figure')).toHaveTextContent(
      /Only the recovery points between/,
    );
  });

  it('opens a finding to its remedy and its evidence, which can be copied', async () => {
    const user = userEvent.setup();
    const copy = jest.spyOn(navigator.clipboard, 'writeText');
    renderCard({ entity: entityNamed('orders-db') });
    const finding = await screen.findByRole('button', {
      name: /Critical: WAL has not reached/,
    });
    expect(finding).toHaveAttribute('aria-expanded', 'false');
    await user.click(finding);
    expect(finding).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText(/Check that the store answers/)).toBeVisible();
    expect(screen.getByText(/Could not connect to the endpoint/)).toBeVisible();

    // The metric beside it has no command.
    await user.click(
      screen.getByRole('button', { name: 'Copy as a kubectl command' }),
    );
    expect(copy).toHaveBeenCalledWith(
      expect.stringMatching(
        /^kubectl --context=eu-west --namespace=orders get Cluster/,
      ),
    );
    expect(
      await screen.findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
  });

  it('shows the worst three findings until all are asked for', async () => {
    renderCard({ entity: entityNamed('orders-db') });
    const all = await screen.findByRole('button', { name: 'Show all 4' });
    expect(screen.queryByText(/deprecated since 1.26/)).not.toBeInTheDocument();
    await userEvent.click(all);
    expect(screen.getByText(/deprecated since 1.26/)).toBeInTheDocument();
  });

  it('says that the cluster is away, and that this is how it stood then', async () => {
    renderCard({ entity: entityNamed('invoices') });
    const notice = await screen.findByText('Cluster eu-north does not answer');
    expect(notice.parentElement).toHaveTextContent(
      /It has not answered since .*\. This is how the database stood then\./,
    );
    expect(screen.getByText('25 minutes ago')).toBeInTheDocument();
  });

  it('finds the database by entity ref when the annotations do not name it', async () => {
    const entity = {
      ...entityNamed('orders-db'),
      metadata: { name: 'orders-db', namespace: 'default' },
    };
    renderCard({ entity });
    expect(
      await screen.findByRole('heading', { name: /^At risk/ }),
    ).toBeInTheDocument();
  });

  it('says what to check when there is no database', async () => {
    renderCard({
      entity: entityNamed('orders-db'),
      api: new FleetApi(() => ({ databases: [], points: {}, clusters: [] })),
    });
    expect(
      await screen.findByText('No database is known for this entity'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /name eu-west\/orders\/Cluster.postgresql.cnpg.io\/orders-db/,
      ),
    ).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    renderCard({
      entity: entityNamed('orders-db'),
      api: failingApi(403, 'no'),
    });
    expect(await screen.findByText(/holdfast.database.read/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('tries again when it is told to', async () => {
    const answers: (() => Promise<DatabaseDetail>)[] = [
      async () => {
        throw await problem(503, 'The backend is starting.');
      },
      async () => databaseNamed(fleet, 'orders-db'),
    ];
    renderCard({
      entity: entityNamed('orders-db'),
      api: fleetApiWith(() => fleet, {
        getDatabase: () => (answers.shift() ?? answers[0])(),
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is starting.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: /^At risk/ }),
    ).toBeInTheDocument();
  });

  it('says that evidence is hidden', async () => {
    renderCard({
      entity: entityNamed('orders-db'),
      api: fleetApiWith(() => fleet, {
        getDatabase: async () => ({
          ...databaseNamed(fleet, 'orders-db'),
          evidenceHidden: true,
        }),
      }),
    });
    expect(await screen.findByText(/holdfast.evidence.read/)).toBeVisible();
  });

  describe('over time', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });
    const seconds = (count: number) =>
      act(() => jest.advanceTimersByTimeAsync(count * 1_000));

    it('turns with the verdict, and keeps the last one when a refresh fails', async () => {
      let answer = async () => databaseNamed(fleet, 'ledger');
      renderCard({
        entity: entityNamed('ledger'),
        api: fleetApiWith(() => fleet, { getDatabase: () => answer() }),
      });
      await seconds(1);
      await waitFor(() =>
        expect(screen.getByRole('heading', { name: /^Proven/ })).toBeVisible(),
      );

      answer = async () => databaseNamed(fleet, 'orders-db');
      await seconds(4);
      expect(screen.getByRole('heading', { name: /^At risk/ })).toBeVisible();

      answer = async () => {
        throw await problem(503, 'away');
      };
      await seconds(4);
      expect(screen.getByRole('heading', { name: /^At risk/ })).toBeVisible();
      expect(screen.getByText(/Could not refresh/)).toBeVisible();
    });

    it('shows nothing any more once it may not', async () => {
      let answer = async () => databaseNamed(fleet, 'ledger');
      renderCard({
        entity: entityNamed('ledger'),
        api: fleetApiWith(() => fleet, { getDatabase: () => answer() }),
      });
      await seconds(1);
      await waitFor(() =>
        expect(screen.getByRole('heading', { name: /^Proven/ })).toBeVisible(),
      );
      answer = async () => {
        throw await problem(403, 'no');
      };
      await seconds(4);
      expect(screen.getByText('You may not see this')).toBeVisible();
      expect(screen.queryByText(/^Proven/)).not.toBeInTheDocument();
    });
  });
});
