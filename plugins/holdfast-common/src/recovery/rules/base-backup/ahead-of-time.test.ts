import { ago, aPoint } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupAheadOfTime } from './ahead-of-time';

const taken = (minutesAhead: number) => ({
  recoveryPoints: [aPoint({ consistentAt: ago({ minutes: -minutesAhead }) })],
});

describe('base-backup/ahead-of-time', () => {
  it('does not pass over a backup of tomorrow', () => {
    const [finding] = findingsOf(baseBackupAheadOfTime, taken(24 * 60));
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('still to come'),
    });
    // Time alone would lift a ceiling.
    expect(finding.ceiling).toBeUndefined();
  });

  it('grants clocks five minutes', () => {
    expect(findingsOf(baseBackupAheadOfTime, taken(4))).toEqual([]);
    expect(findingsOf(baseBackupAheadOfTime, taken(-60))).toEqual([]);
  });
});
