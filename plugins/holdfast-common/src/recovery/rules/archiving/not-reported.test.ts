import {
  aDatabase,
  ago,
  observed,
  sampled,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { archivingNotReported } from './not-reported';

const { configured, storeId, timeoutSeconds } = aDatabase().archiving;
const silent = { configured, storeId, timeoutSeconds };

describe('archiving/not-reported', () => {
  it('does not take silence for success', () => {
    expect(
      findingsOf(archivingNotReported, { archiving: silent }),
    ).toMatchObject([{ ceiling: 'unknown' }]);
  });

  it('does not take an old sample for news', () => {
    const archiving = {
      ...silent,
      backlogSegments: sampled(0, ago({ minutes: 6 })),
      lastArchivedAt: sampled(ago({ minutes: 8 }), ago({ minutes: 6 })),
    };
    expect(findingsOf(archivingNotReported, { archiving })).toHaveLength(1);
  });

  it.each([
    ['the operator', { working: observed(true) }],
    [
      'metrics',
      {
        backlogSegments: sampled(0),
        lastArchivedAt: sampled(ago({ minutes: 8 })),
      },
    ],
    ['nobody, but there is no archiver', { configured: observed(false) }],
  ])('is content when it hears from %s', (_, heard) => {
    expect(
      findingsOf(archivingNotReported, { archiving: { ...silent, ...heard } }),
    ).toEqual([]);
  });
});
