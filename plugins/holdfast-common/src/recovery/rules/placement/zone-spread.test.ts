import { Database, InstanceSpread } from '../../../model';
import { anInstance, observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { zoneSpread } from './zone-spread';

const zone = observed('eu-west-1a', '.metadata.labels');
const together: Partial<Database> = {
  instances: [1, 2, 3].map(ordinal => anInstance(ordinal, { zone })),
};
const over = (value: InstanceSpread['over']): Partial<Database> => ({
  spread: { ...observed(value), value: { over: value, required: false } },
});
const strict = anObjective({ rtoOf: { zone: 60 } });

// "Pod Topology Spread Constraints" of the Kubernetes documentation.
describe('placement/zone-spread', () => {
  it.each([
    ['nothing asks for', {}, {}, 'info'],
    ['nodes are asked for', over('node'), {}, 'info'],
    ['zones are asked for', over('zone'), {}, undefined],
    [
      'the objective needs more than',
      over('zone'),
      { objective: strict },
      'warning',
    ],
    ['nobody met the objective for', {}, { objective: strict }, 'warning'],
  ])('where %s', (_, spread, options, severity) => {
    const [finding] = findingsOf(
      zoneSpread,
      { ...together, ...spread },
      options,
    );
    expect(finding?.severity).toBe(severity);
    // The objective itself is judged elsewhere.
    expect(finding?.ceiling).toBeUndefined();
  });

  it('names the zone', () => {
    const [finding] = findingsOf(zoneSpread, together);
    expect(finding.message).toContain('one zone (eu-west-1a)');
  });

  it.each<[string, Partial<Database>]>([
    ['instances apart', {}],
    [
      'instances on one node',
      {
        instances: [1, 2].map(ordinal =>
          anInstance(ordinal, { zone, node: observed('node-1') }),
        ),
      },
    ],
    [
      'zones that nobody tells',
      { instances: [1, 2].map(n => anInstance(n, { zone: undefined })) },
    ],
    [
      'a single instance',
      { instances: [anInstance(1)], desiredInstances: observed(1) },
    ],
  ])('has nothing to say of %s', (_, database) => {
    expect(findingsOf(zoneSpread, database, { objective: strict })).toEqual([]);
  });
});
