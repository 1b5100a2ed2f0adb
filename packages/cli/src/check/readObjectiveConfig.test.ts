import { createMockDirectory } from '@backstage/backend-test-utils';
import { defaultObjectiveConfig } from '@holdfast/plugin-holdfast-common';
import { readObjectiveConfig } from './readObjectiveConfig';

const directory = createMockDirectory();
const file = directory.resolve('app-config.yaml');

it('takes the tiers of a portal', async () => {
  directory.setContent({
    'app-config.yaml':
      'app: {title: x}\nholdfast:\n  objectives:\n    defaultTier: platinum\n    tiers: {platinum: {rpo: 10s}}\n',
  });
  const config = await readObjectiveConfig(file);
  expect(config.defaultTier).toBe('platinum');
  expect(config.tiers.platinum).toEqual({ rpo: 10 });
});

it.each([undefined, 'app: {title: x}', ''])(
  'is the default for %j',
  async text => {
    directory.setContent({ 'app-config.yaml': text ?? '' });
    expect(
      await readObjectiveConfig(text === undefined ? undefined : file),
    ).toEqual(defaultObjectiveConfig);
  },
);

it('says what is wrong with it', async () => {
  directory.setContent({
    'app-config.yaml': 'holdfast: {objectives: {tiers: {gold: {rpo: 5 min}}}}',
    'broken.yaml': 'a: [',
  });
  await expect(readObjectiveConfig(file)).rejects.toThrow(
    `--config ${file}: holdfast.objectives.tiers.gold.rpo: "5 min" is not a duration`,
  );
  const broken = directory.resolve('broken.yaml');
  await expect(readObjectiveConfig(broken)).rejects.toThrow('it is no YAML');
  await expect(readObjectiveConfig('/nowhere.yaml')).rejects.toThrow(
    '--config /nowhere.yaml: there is no such file or folder',
  );
});
