import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ScmIntegrationsApi,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { PreviewRequest } from '@holdfast/plugin-holdfast-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failingApi,
  FleetApi,
  fleetApiWith,
  formManifest,
  previewOf,
} from '../../__testUtils__';
import { HoldfastApi, holdfastApiRef } from '../../api';
import { sharedQueryClient } from '../../queries';
import { formFields } from './formFields';

const integrations = ScmIntegrationsApi.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [{ host: 'git.example', baseUrl: 'https://git.example' }],
    },
  }),
);

const empty = () => ({ databases: [], points: {}, clusters: [] });

/** The scaffolder's own form, at one of its steps, with our fields in it. */
async function renderForm(
  options: {
    api?: HoldfastApi;
    initialState?: Record<string, string | number>;
    /** Titles of the steps; all unless given. */
    steps?: string[];
  } = {},
) {
  const { api = new FleetApi(empty), initialState, steps } = options;
  const onCreate = jest.fn(async () => {});
  await renderInTestApp(
    <Stepper
      manifest={{
        ...formManifest,
        steps: formManifest.steps.filter(
          ({ title }) => !steps || steps.includes(title),
        ),
      }}
      extensions={Object.entries(formFields).map(
        ([name, { component, validation }]) => ({
          name,
          component,
          validation,
        }),
      )}
      initialState={initialState}
      onCreate={onCreate}
    />,
    {
      apis: [
        [holdfastApiRef, api],
        [scmIntegrationsApiRef, integrations],
      ],
    },
  );
  return { user: userEvent.setup(), onCreate };
}

const next = () => screen.getByRole('button', { name: /^(Next|Review)$/ });

beforeEach(() => {
  sharedQueryClient.clear();
  // jsdom has none, and the form scrolls to its top at each step.
  window.scrollTo = () => {};
});

describe('the fields in a form of the scaffolder', () => {
  it('says at the field, in the words of the API, what is wrong with it and what would be right', async () => {
    const { user } = await renderForm({ steps: ['About'] });
    const size = await screen.findByRole('textbox', { name: /Data volume/ });
    await user.type(size, '1.5GB');
    // The same that POST /previews answers: 1.5 GB are less than 2 GiB and more than 1.
    expect(
      await screen.findByText(
        '"1.5GB" is not the size of a volume: write whole Gi or Ti, for example 2Gi',
      ),
    ).toBeInTheDocument();
    expect(size).toBeInvalid();
    await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'orders');
    await user.click(next());
    expect(size).toBeInTheDocument();
  });

  it('refuses a name that is taken before the next step', async () => {
    const { user } = await renderForm({ steps: ['About', 'Durability'] });
    await user.type(
      await screen.findByRole('textbox', { name: /^Name/ }),
      'taken',
    );
    await user.click(next());
    expect(
      (
        await screen.findAllByText(
          /"taken" is taken by the entity resource:default\/taken: write another name/,
        )
      ).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByText('Tier')).not.toBeInTheDocument();
  });

  it('refuses more instances than the quota allows', async () => {
    const { user } = await renderForm({ steps: ['About'] });
    await user.type(
      await screen.findByRole('textbox', { name: /Instances/ }),
      '7',
    );
    await user.tab();
    expect(
      await screen.findByText('"7" is above the quota: write at most 5'),
    ).toBeInTheDocument();
  });

  it('prices a volume on every cluster, and has no price where none is known', async () => {
    const { user } = await renderForm({ steps: ['About'] });
    await user.type(
      await screen.findByRole('textbox', { name: /Data volume/ }),
      '100Gi',
    );
    const prices = await screen.findByRole('table', {
      name: 'Monthly price of a volume of 100Gi on each cluster',
    });
    const [, aws, dev] = within(prices).getAllByRole('row');
    // 100 GiB at 0.08 USD.
    expect(aws).toHaveTextContent(/us-east.*gp3.*USD\s8\.00/);
    expect(dev).toHaveTextContent(/dev.*local-path.*Unpriced.*has no price/);
    expect(prices).not.toHaveTextContent(/USD\s0/);
  });

  it('prices a volume by component once the cluster is chosen', async () => {
    await renderForm({
      steps: ['About'],
      initialState: { name: 'orders', dataSize: '100Gi', cluster: 'us-east' },
    });
    const prices = await screen.findByRole('table', {
      name: 'Monthly price of the volumes on us-east',
    });
    expect(prices).toHaveTextContent(/capacity/);
    // Silver has two instances: 2 times 100 GiB at 0.08 USD.
    expect(within(prices).getAllByRole('row').at(-1)).toHaveTextContent(
      /for 2 instances\s*USD\s16\.00/,
    );
  });

  it('says the next three runs in words, with their time zone', async () => {
    await renderForm({ steps: ['Durability'] });
    expect(await screen.findByText(/Runs every 1 d/)).toBeInTheDocument();
    const runs = screen.getAllByText(/, 02:00 UTC$/);
    expect(runs).toHaveLength(3);
  });

  it('catches the five-field trap, and mends it by one click', async () => {
    const { user } = await renderForm({ steps: ['Durability'] });
    const schedule = await screen.findByRole('textbox', {
      name: /Base backups/,
    });
    await user.clear(schedule);
    await user.type(schedule, '0 2 * * *');
    expect(
      await screen.findByText(/has five fields.*it would run every 1 h/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Use 0 0 2 * * *' }));
    expect(schedule).toHaveValue('0 0 2 * * *');
    expect(schedule).toBeValid();
    expect(screen.getByText(/Runs every 1 d/)).toBeInTheDocument();
  });

  it('refuses a schedule of four fields in words', async () => {
    const { user } = await renderForm({ steps: ['Durability'] });
    const schedule = await screen.findByRole('textbox', {
      name: /Base backups/,
    });
    await user.clear(schedule);
    await user.type(schedule, '0 2 * *');
    expect(
      await screen.findByText(/has 4 fields: write six, seconds first/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Runs every/)).not.toBeInTheDocument();
  });

  it('compares the tiers, and is worked by the arrow keys', async () => {
    const { user } = await renderForm({
      steps: ['Durability'],
      initialState: { name: 'orders', cluster: 'us-east' },
    });
    const gold = await screen.findByRole('radio', { name: 'gold' });
    await waitFor(() =>
      expect(gold).toHaveAccessibleDescription(
        /Lose at most 5 min.*Back within 1 h.*Restorable for 30 d.*USD/,
      ),
    );
    const silver = screen.getByRole('radio', { name: 'silver' });
    expect(silver).toBeChecked();
    await user.click(silver);
    await user.keyboard('{ArrowUp}');
    expect(gold).toBeChecked();
    expect(gold).toHaveFocus();
  });

  it('reckons without what is refused elsewhere, and says so', async () => {
    await renderForm({
      steps: ['Durability'],
      initialState: { name: 'orders', dataSize: '1.5GB' },
    });
    expect(
      await screen.findByText(
        'Reckoned without what is refused elsewhere: dataSize.',
      ),
    ).toBeInTheDocument();
  });

  it('says what is unpriced, and never 0', async () => {
    await renderForm({
      steps: ['Durability'],
      initialState: { name: 'orders', cluster: 'dev' },
    });
    const gaps = await screen.findByRole('list', { name: 'Unpriced' });
    expect(gaps).toHaveTextContent(/Data volumes/);
    expect(screen.getByRole('radio', { name: 'gold' })).not.toHaveTextContent(
      /USD\s0\.00/,
    );
  });

  it('offers the clusters and namespaces of the inventory, and takes a new namespace', async () => {
    const { user } = await renderForm({
      steps: ['Where'],
      initialState: { name: 'orders' },
    });
    const cluster = await screen.findByRole('combobox', {
      name: /Kubernetes cluster/,
    });
    await user.click(cluster);
    await user.click(await screen.findByRole('option', { name: /us-east/ }));
    expect(
      await screen.findByText('aws us-east-1 · 3 namespaces'),
    ).toBeInTheDocument();

    const namespace = screen.getByRole('combobox', { name: /Namespace/ });
    expect(
      screen.getByText(
        'Left empty, the database gets a namespace of its own: orders.',
      ),
    ).toBeInTheDocument();
    await user.type(namespace, 'Shop');
    expect(
      await screen.findByText(/"Shop" is not a namespace: write at most 63/),
    ).toBeInTheDocument();
    await user.clear(namespace);
    await user.type(namespace, 'shop');
    expect(
      await screen.findByText(/It is not there on us-east yet/),
    ).toBeInTheDocument();
  });

  it('refuses a cluster that is not there', async () => {
    const { user } = await renderForm({ steps: ['Where'] });
    await user.type(
      await screen.findByRole('combobox', { name: /Kubernetes cluster/ }),
      'mars',
    );
    expect(
      await screen.findByText(/"mars" is not a cluster here: write one of/),
    ).toBeInTheDocument();
  });

  it('proposes the repository: a host of the company, the team and the name', async () => {
    const { user } = await renderForm({
      steps: ['Where'],
      initialState: { name: 'orders', owner: 'group:default/checkout' },
    });
    expect(
      await screen.findByText(
        'It is going to be at git.example/checkout/orders.',
      ),
    ).toBeInTheDocument();
    const repository = screen.getByRole('textbox', { name: /^Repository/ });
    await user.clear(repository);
    expect(
      await screen.findByText(/write the name of the repository/),
    ).toBeInTheDocument();
    await user.type(repository, 'orders-db');
    await user.click(screen.getByRole('button', { name: /Host/ }));
    await user.click(await screen.findByRole('option', { name: 'gitlab.com' }));
    expect(
      await screen.findByText(
        'It is going to be at gitlab.com/checkout/orders-db.',
      ),
    ).toBeInTheDocument();
  });

  it('lets a name be typed where the inventory cannot be read', async () => {
    const { user } = await renderForm({
      steps: ['Where'],
      api: failingApi(503, 'The backend is starting.'),
    });
    expect(
      await screen.findByText(/The backend is starting\. Write the name\./),
    ).toBeInTheDocument();
    const cluster = screen.getByRole('combobox', {
      name: /Kubernetes cluster/,
    });
    await user.type(cluster, 'mars');
    expect(cluster).toHaveValue('mars');
  });
});

describe('the preview', () => {
  const initialState = { name: 'orders', tier: 'silver', cluster: 'us-east' };

  it('shows verdict, disruptions and price with its total', async () => {
    const { user, onCreate } = await renderForm({
      steps: ['Preview'],
      initialState,
    });
    expect(
      await screen.findByRole('heading', { name: 'Predicted: Protected' }),
    ).toBeInTheDocument();
    const disruptions = screen.getByRole('table', {
      name: 'Predicted RPO and RTO for each disruption',
    });
    expect(
      within(disruptions).getByRole('row', { name: /the region is lost/ }),
    ).toHaveTextContent(/Not known.*objective 1 h/);

    const cost = screen.getByRole('table', { name: 'Monthly cost' });
    const amounts = within(cost)
      .getAllByRole('row')
      .slice(1)
      .map(row => Number(/USD\s([\d,.]+)$/.exec(row.textContent ?? '')?.[1]));
    const [total] = amounts.splice(-1);
    const sum = amounts.reduce((left, right) => left + right, 0);
    expect(total).toBeGreaterThan(0);
    expect(sum).toBeCloseTo(total, 2);

    await user.click(next());
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith(
      expect.objectContaining(initialState),
    );
  });

  it('names what is refused, and does not go on', async () => {
    const { user } = await renderForm({
      steps: ['Preview'],
      initialState: { ...initialState, retention: '0d' },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('One answer is refused');
    expect(alert).toHaveTextContent(/retention"0d" is not a time of days/);
    await user.click(next());
    await waitFor(() => expect(next()).toBeEnabled());
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });

  it('says what is missing before there is anything to tell', async () => {
    await renderForm({ steps: ['Preview'] });
    expect(
      await screen.findByText('Name and tier are missing'),
    ).toBeInTheDocument();
  });

  it('says why it could not be loaded, and tries again', async () => {
    let calls = 0;
    const api = fleetApiWith(empty, {
      createPreview: async request => {
        calls += 1;
        if (calls === 1) throw new Error('The backend is starting.');
        return previewOf(request);
      },
    });
    const { user } = await renderForm({
      steps: ['Preview'],
      initialState,
      api,
    });
    expect(
      await screen.findByText('The backend is starting.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'Predicted: Protected' }),
    ).toBeInTheDocument();
  });

  it('aborts what another request has overtaken', async () => {
    const asked: { request: PreviewRequest; signal?: AbortSignal }[] = [];
    const api = fleetApiWith(empty, {
      createPreview: (request, options) => {
        asked.push({ request, signal: options?.signal });
        return new Promise(() => {});
      },
    });
    const { user } = await renderForm({
      steps: ['About'],
      initialState: { ...initialState, dataSize: '1Gi' },
      api,
    });
    await waitFor(() => expect(asked).toHaveLength(1));
    await user.type(
      screen.getByRole('textbox', { name: /Data volume/ }),
      '{Backspace}{Backspace}2Gi',
    );
    await waitFor(() => expect(asked.length).toBeGreaterThan(1));
    expect(asked[0].signal?.aborted).toBe(true);
    expect(asked.at(-1)?.request.inputs?.dataSize).toBe('12Gi');
    expect(asked.at(-1)?.signal?.aborted).toBe(false);
  });
});
