import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Connection } from '@holdfast/plugin-holdfast-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  connectionOf,
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
import { ConnectCard } from './ConnectCard';

const fleet = fleetAt(Date.now());
const { summary } = databaseNamed(fleet, 'orders-db');
const usual = connectionOf(summary.reference);

function renderCard(api: HoldfastApi = new FleetApi(() => fleet)) {
  return renderInTestApp(
    <QueryProvider client={createQueryClient()}>
      <EntityProvider entity={entityOf(summary)}>
        <ConnectCard />
      </EntityProvider>
    </QueryProvider>,
    { apis: [[holdfastApiRef, api]] },
  );
}

const apiAnswering = (connection: Connection | undefined) =>
  fleetApiWith(() => fleet, {
    getConnection: async () => ({
      connection,
      asOf: new Date().toISOString(),
      stale: false,
    }),
  });

async function choose(field: string, option: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(field) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('ConnectCard', () => {
  it('says where to connect to and which Secret to use', async () => {
    renderCard();
    const address = await section('Address');
    expect(address.getByText('orders-db-rw')).toBeInTheDocument();
    expect(address.getByText('orders-db-rw.orders.svc')).toBeInTheDocument();
    expect(address.getByText('5432')).toBeInTheDocument();
    expect(
      address.getByText('the primary, which takes writes'),
    ).toBeInTheDocument();
    const credentials = await section('Credentials');
    expect(credentials.getByText('orders-db-app')).toBeInTheDocument();
    for (const key of ['username', 'password', 'dbname', 'uri']) {
      expect(credentials.getByText(key)).toBeInTheDocument();
    }
    expect(
      credentials.getByText(/Holdfast reads no Secrets/),
    ).toBeInTheDocument();
  });

  it('has headings in order', async () => {
    renderCard();
    await section('Address');
    expect(
      screen.getAllByRole('heading').map(({ tagName }) => tagName),
    ).toEqual(['H3', 'H4', 'H4', 'H5']);
  });

  it('copies the environment of a container by keyboard, and says so', async () => {
    const user = userEvent.setup();
    const copy = jest.spyOn(navigator.clipboard, 'writeText');
    renderCard();
    const button = await screen.findByRole('button', {
      name: 'Copy Environment of a container',
    });
    act(() => button.focus());
    await user.keyboard('{Enter}');
    expect(copy).toHaveBeenCalledWith(
      expect.stringMatching(
        /name: PGPASSWORD\n {4}valueFrom:\n {6}secretKeyRef:\n {8}name: orders-db-app\n {8}key: password/,
      ),
    );
    expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status');
  });

  it('says when it could not copy', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    renderCard();
    await user.click(
      await screen.findByRole('button', { name: 'Copy orders-db-rw' }),
    );
    expect(await screen.findByText('Could not copy')).toBeInTheDocument();
  });

  it('shows how to connect from one’s own machine', async () => {
    renderCard();
    await userEvent.click(
      await screen.findByRole('tab', { name: 'From your machine' }),
    );
    expect(
      screen.getByText(
        'kubectl --context=eu-west --namespace=orders port-forward service/orders-db-rw 15432:5432',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/^psql 'host=orders-db-rw/)).toBeInTheDocument();
  });

  it('says what a pool is, and whom it does not take', async () => {
    renderCard();
    await choose('Endpoint', 'orders-db-pooler-rw · pool');
    expect(
      screen.getByText(
        'the primary, which takes writes; through a pool by transaction',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/no session settings/)).toBeInTheDocument();
    await choose('Role', 'reporting');
    expect(
      screen.getByText(/reporting has no password, and the pool asks for one/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Certificate' }));
    expect(
      screen.getByText(/It does not cover orders-db-pooler-rw/),
    ).toBeInTheDocument();
  });

  it('shows the certificate of a role', async () => {
    renderCard();
    await choose('Role', 'reporting');
    const credentials = await section('Credentials');
    expect(
      credentials.getByText('orders-db-reporting-client-cert'),
    ).toBeInTheDocument();
    expect(credentials.getByText('pg_read_all_data')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Certificate' }));
    expect(
      screen.getByText('authority and host name (sslmode=verify-full)'),
    ).toBeInTheDocument();
    expect(screen.getByText(/holds the authority’s private key/)).toBeVisible();
  });

  it('says that what was not read is not known', async () => {
    renderCard(
      apiAnswering({
        ...usual,
        gaps: [
          {
            area: 'pools',
            kind: 'Pooler.postgresql.cnpg.io',
            reason: 'forbidden',
            message: 'poolers is forbidden',
          },
        ],
      }),
    );
    expect(
      await screen.findByText(
        'There may be connection pools: poolers is forbidden',
      ),
    ).toBeInTheDocument();
  });

  it('says of a copy whose passwords it has', async () => {
    renderCard(
      apiAnswering({
        ...usual,
        follows: 'orders-eu',
        roles: [{ ...usual.roles[0], credentials: [], assumed: true }],
      }),
    );
    expect(
      await screen.findByText(/It is a copy of orders-eu and takes no writes/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/The password is the one of orders-eu/),
    ).toBeInTheDocument();
  });

  it('says that nothing answers where nothing is to', async () => {
    const [primary] = usual.endpoints;
    renderCard(
      apiAnswering({ ...usual, endpoints: [{ ...primary, instances: 0 }] }),
    );
    expect(await screen.findByText(/Nothing answers there/)).toBeVisible();
  });

  it.each([
    [undefined, 'How to connect is not known'],
    [{ ...usual, endpoints: [] }, 'There is no Service to connect to'],
    [{ ...usual, databases: [], roles: [] }, 'Address'],
  ])(
    'shows what there is, and says what there is not',
    async (answer, text) => {
      renderCard(apiAnswering(answer));
      expect(await screen.findByText(text)).toBeInTheDocument();
    },
  );

  it.each([
    [
      'what it needs a permission for',
      failingApi(403, 'no'),
      'You may not see this',
    ],
    [
      'what failed',
      failingApi(503, 'down'),
      'How to connect could not be loaded',
    ],
    [
      'what is empty',
      new FleetApi(() => ({ databases: [], points: {}, clusters: [] })),
      'No database is known for this entity',
    ],
    [
      'what is on its way',
      fleetApiWith(() => fleet, { getConnection: () => new Promise(() => {}) }),
      'Loading how to connect',
    ],
  ])('says %s', async (_, api, text) => {
    renderCard(api);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('tries again when asked', async () => {
    let calls = 0;
    renderCard(
      fleetApiWith(() => fleet, {
        getConnection: async () => {
          calls += 1;
          if (calls === 1) throw await problem(503, 'starting');
          return { connection: usual, asOf: summary.asOf, stale: false };
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Try again' },
        { timeout: 20_000 },
      ),
    );
    expect(await section('Address')).toBeDefined();
  });
});
