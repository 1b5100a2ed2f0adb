import { aCopy, aStore, observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeSameRegion } from './same-region';

const region = observed('eu-west-1');
const nothingElsewhere = { region, stores: [aStore({ region })] };

describe('store/same-region', () => {
  it('is worth a word', () => {
    expect(findingsOf(storeSameRegion, nothingElsewhere)).toMatchObject([
      {
        severity: 'info',
        message: expect.stringContaining('in the region eu-west-1'),
      },
    ]);
  });

  it('misses an objective for the loss of the region', () => {
    const objective = anObjective({ rpoOf: { region: 3_600 } });
    expect(
      findingsOf(storeSameRegion, nothingElsewhere, { objective }),
    ).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'at-risk',
        message: expect.stringContaining('holdfast.io/rpo.region'),
      },
    ]);
  });

  it('counts a store in the cluster, wherever its endpoint seems to be', () => {
    const stores = [aStore({ inCluster: observed(true) })];
    expect(findingsOf(storeSameRegion, { region, stores })).toHaveLength(1);
  });

  it.each([
    ['nobody knows where it runs', { region: undefined }],
    ['nobody knows where its store is', { stores: [aStore()] }],
    [
      'another store is elsewhere',
      {
        stores: [
          ...nothingElsewhere.stores,
          aStore({ id: 'far', region: observed('eu-central-1') }),
        ],
      },
    ],
    ['a copy is elsewhere', { copies: [aCopy()] }],
    [
      'nobody knows where its copy is',
      { copies: [aCopy({ region: undefined })] },
    ],
    ['there is no store', { stores: [] }],
  ])('is silent where %s', (_, overrides) => {
    expect(
      findingsOf(storeSameRegion, { ...nothingElsewhere, ...overrides }),
    ).toEqual([]);
  });
});
