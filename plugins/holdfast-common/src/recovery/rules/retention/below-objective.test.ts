import { aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { retentionBelowObjective } from './below-objective';

const day = 86_400;

describe('retention/below-objective', () => {
  // The objective of the fixture is 14 d.
  it('gives both numbers', () => {
    const retentionSeconds = observed(7 * day, '.spec.retentionPolicy');
    expect(
      findingsOf(retentionBelowObjective, {
        stores: [aStore({ retentionSeconds })],
      }),
    ).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          's3://backups/shop/orders keeps recovery points for 7 d; the objective is 14 d.',
        evidence: [retentionSeconds.evidence],
      },
    ]);
  });

  it.each([
    ['as long', aStore({ retentionSeconds: observed(14 * day) })],
    ['for ever', aStore({ retentionSeconds: undefined })],
    [
      'on a former store',
      aStore({ retentionSeconds: observed(day), inUse: false }),
    ],
  ])('is content with points kept %s', (_, store) => {
    expect(findingsOf(retentionBelowObjective, { stores: [store] })).toEqual(
      [],
    );
  });
});
