import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { DatabaseSummary, Verdict } from '@holdfast/plugin-holdfast-common';
import { startHoldfast } from '../__testUtils__/startHoldfast';
import { createWaitUntilJudgedAction } from './createWaitUntilJudgedAction';

jest.setTimeout(60_000);

let holdfast: Awaited<ReturnType<typeof startHoldfast>>;
beforeAll(async () => {
  holdfast = await startHoldfast();
});
afterAll(() => holdfast?.backend.stop());

type Action = ReturnType<typeof createWaitUntilJudgedAction>;
type Context = Parameters<Action['handler']>[0];

const reference = {
  cluster: 'eu',
  namespace: 'shop',
  kind: 'Cluster.postgresql.cnpg.io',
  name: 'orders',
};

function summaryWith(verdict: Verdict): DatabaseSummary {
  return {
    id: 'eu/shop/Cluster.postgresql.cnpg.io/orders',
    reference,
    uid: 'a',
    engine: 'postgresql',
    operator: 'cloudnative-pg',
    verdict,
    findingCounts: { critical: 0, warning: 0, info: 0 },
    asOf: '2026-11-29T12:00:00Z',
    stale: false,
    topFinding: {
      rule: 'base-backup/none',
      severity: 'critical',
      message: 'There is no base backup yet.',
      evidence: [],
    },
  };
}

/** Sees one thing after the other, and the last one from then on. */
function clientSeeing(...seen: (Verdict | undefined)[]) {
  let looks = 0;
  const next = () => {
    const verdict = seen[Math.min(looks, seen.length - 1)];
    looks += 1;
    return verdict === undefined ? [] : [summaryWith(verdict)];
  };
  return {
    listDatabases: async () => {
      const items = next();
      return { items, totalItems: items.length, pageInfo: {} };
    },
    getDatabase: async () => {
      throw new Error('is asked for by entity');
    },
  };
}

async function run(
  client: Parameters<typeof createWaitUntilJudgedAction>[0]['client'],
  input: Context['input'],
  more: Partial<Context> = {},
) {
  const action = createWaitUntilJudgedAction({
    auth: holdfast.auth,
    client,
    intervalMs: 1,
  });
  const context = {
    ...createMockActionContext<Context['input']>({ input }),
    ...more,
  };
  const lines: string[] = [];
  jest.spyOn(context.logger, 'info').mockImplementation(line => {
    lines.push(line);
    return context.logger;
  });
  jest.spyOn(context.logger, 'warn').mockImplementation(line => {
    lines.push(line);
    return context.logger;
  });
  const error = await Promise.resolve(action.handler(context)).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  return {
    error,
    lines,
    outputs: Object.fromEntries(jest.mocked(context.output).mock.calls),
  };
}

const entityRef = 'resource:default/orders';

it('waits until the database is found', async () => {
  const { error, outputs, lines } = await run(
    clientSeeing(undefined, undefined, 'unprotected'),
    { entityRef },
  );
  expect(error).toBeUndefined();
  expect(outputs).toEqual({
    verdict: 'unprotected',
    databaseId: 'eu/shop/Cluster.postgresql.cnpg.io/orders',
  });
  // Each thing is said once, however often it is seen.
  expect(lines).toEqual([
    'resource:default/orders is not discovered yet',
    'resource:default/orders is unprotected: There is no base backup yet.',
  ]);
});

it('waits for a verdict, and takes a better one', async () => {
  const { error, outputs } = await run(
    clientSeeing('unprotected', 'unknown', 'at-risk', 'proven'),
    { entityRef, atLeast: 'protected' },
  );
  expect(error).toBeUndefined();
  expect(outputs.verdict).toBe('proven');
});

it('fails when the time is over, with what it saw last', async () => {
  const { error, outputs } = await run(clientSeeing('unprotected'), {
    entityRef,
    atLeast: 'protected',
    timeout: '0s',
  });
  expect(error?.message).toBe(
    'resource:default/orders was unprotected after 0 s, and not protected: There is no base backup yet.',
  );
  expect(outputs.verdict).toBe('unprotected');
});

it('goes on when the time is over, if told so', async () => {
  const { error, lines } = await run(clientSeeing(undefined), {
    entityRef,
    timeout: '0s',
    failOnTimeout: false,
  });
  expect(error).toBeUndefined();
  expect(lines.at(-1)).toBe(
    'resource:default/orders was not discovered after 0 s',
  );
});

it('asks the real API, which does not know the database', async () => {
  for (const input of [
    { entityRef },
    { cluster: 'eu', namespace: 'shop', name: 'orders' },
  ]) {
    const { error } = await run(holdfast.client, { ...input, timeout: '0s' });
    expect(error?.message).toMatch(/was not discovered after 0 s/);
  }
});

it('does not take another error for a database that is not there', async () => {
  const client = {
    ...clientSeeing(undefined),
    getDatabase: async () => {
      throw new Error('refused');
    },
  };
  const { error } = await run(client, {
    cluster: 'eu',
    namespace: 'shop',
    name: 'orders',
  });
  expect(error?.message).toBe('refused');
});

it('says in a dry run what it would do', async () => {
  const { error, lines, outputs } = await run(
    clientSeeing(undefined),
    { entityRef, atLeast: 'protected' },
    { isDryRun: true },
  );
  expect(error).toBeUndefined();
  expect(lines).toEqual([
    'Would wait up to 10 min until resource:default/orders is judged protected or better',
  ]);
  expect(outputs).toEqual({});
});

it('stops when the run is cancelled', async () => {
  const controller = new AbortController();
  const client = clientSeeing(undefined);
  const waiting = run(
    {
      ...client,
      listDatabases: async () => {
        controller.abort();
        return client.listDatabases();
      },
    },
    { entityRef },
    { signal: controller.signal },
  );
  expect((await waiting).error?.name).toBe('AbortError');
});

it.each([
  [{}, 'Either entityRef, or cluster, namespace and name'],
  [{ cluster: 'eu', name: 'orders' }, 'namespace undefined'],
  [{ entityRef, timeout: '2h' }, 'timeout: "2h" is longer than 1h'],
  [{ entityRef, timeout: 'soon' }, 'timeout: "soon" is not a duration'],
])('refuses %j', async (input, message) => {
  const { error } = await run(clientSeeing('protected'), input);
  expect(error?.message).toContain(message);
});
