import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { objectiveExempt } from './exempt';

describe('objective/exempt', () => {
  it('gives the reason and who says so', () => {
    const objective = anObjective({ exempt: 'a cache' });
    expect(findingsOf(objectiveExempt, {}, { objective })).toMatchObject([
      {
        severity: 'info',
        message: 'This database need not be recoverable: a cache (silver).',
      },
    ]);
  });

  it('has nothing to say otherwise', () => {
    expect(findingsOf(objectiveExempt)).toEqual([]);
  });
});
