import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startHoldfast } from '../__testUtils__/startHoldfast';
import { createPreviewAction } from './createPreviewAction';

jest.setTimeout(60_000);

let holdfast: Awaited<ReturnType<typeof startHoldfast>>;
let action: ReturnType<typeof createPreviewAction>;

beforeAll(async () => {
  holdfast = await startHoldfast();
  action = createPreviewAction(holdfast);
});
afterAll(() => holdfast?.backend.stop());

type Input = Parameters<typeof action.handler>[0]['input'];

async function run(input: Input) {
  const context = createMockActionContext<Input>({ input });
  const info = jest.spyOn(context.logger, 'info');
  await action.handler(context);
  return {
    outputs: Object.fromEntries(jest.mocked(context.output).mock.calls),
    log: info.mock.calls.map(([line]) => line).join('\n'),
  };
}

it('says what the answers would attain and cost', async () => {
  const { outputs, log } = await run({
    inputs: { name: 'orders', tier: 'gold', owner: 'group:default/checkout' },
  });
  expect(outputs).toMatchObject({
    verdict: 'protected',
    currency: 'USD',
    // No cluster is followed, so that nobody knows where it would run.
    costIsComplete: false,
  });
  expect(log).toMatch(
    /orders\/orders: predicted protected for the tier gold\n.*losing an instance: nothing is lost, back in about 2 min; asked for are 5 min and 1 h/,
  );
  expect(log).toMatch(/losing the region: cannot be told/);
  expect(log).toMatch(/unpriced: vcpu of instances, since/);
  expect(outputs.summary).toBe(log);
});

it('holds the answers to an objective of its own', async () => {
  const { outputs } = await run({
    inputs: { name: 'orders', tier: 'bronze' },
    objective: { rpo: '1m' },
  });
  expect(outputs.verdict).toBe('at-risk');
});

it('ends the run for each answer that makes no sense', async () => {
  await expect(
    run({
      inputs: {
        name: 'orders',
        tier: 'gold',
        dataSize: '1.5GB',
        backupSchedule: '0 2 * *',
      },
    }),
  ).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(
      /^dataSize: "1\.5GB" is not .*;\nbackupSchedule: "0 2 \* \*" has 4 fields/,
    ),
  });
});

it('refuses a name that is taken, unless the run is repeated', async () => {
  const inputs = { name: 'carts', tier: 'silver' };
  await expect(run({ inputs })).rejects.toThrow(
    'name: "carts" is taken by the entity resource:default/carts',
  );
  const { outputs } = await run({ inputs, nameMayBeTaken: true });
  expect(outputs.verdict).toBe('protected');
});

it.each([
  [{ tier: 'gold' }, 'inputs: name is undefined and tier is "gold"'],
  [
    { name: 'orders', tier: 'gold', instances: 'three' },
    'inputs.instances is "three": must be number',
  ],
])('refuses %j', async (inputs, message) => {
  await expect(run({ inputs })).rejects.toThrow(message);
});

it('has examples that are templates', () => {
  expect(action.supportsDryRun).toBe(true);
  expect(action.examples?.length).toBeGreaterThan(0);
});
