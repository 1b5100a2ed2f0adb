import { builtInEngines } from '@holdfast/plugin-holdfast-node';
import { readClusterRole } from './clusterRole';

describe('the ClusterRole in the documentation', () => {
  it('allows to read what the engines read, and nothing else', async () => {
    const { rules } = await readClusterRole();
    const allowed = rules.flatMap(({ apiGroups, resources }) =>
      apiGroups.flatMap(group => resources.map(plural => `${group}/${plural}`)),
    );
    const read = builtInEngines.flatMap(({ resources }) =>
      resources.map(({ group, plural }) => `${group}/${plural}`),
    );
    expect(allowed.sort()).toEqual([...new Set(read)].sort());
  });

  it('allows to change nothing', async () => {
    const { rules } = await readClusterRole();
    expect(rules.map(({ verbs }) => verbs)).toEqual(
      rules.map(() => ['get', 'list', 'watch']),
    );
  });
});
