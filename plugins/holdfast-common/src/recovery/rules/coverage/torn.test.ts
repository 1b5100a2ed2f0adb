import { aPoint, aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { tornCopies } from './torn';

const torn = observed('torn' as const);

describe('coverage/torn', () => {
  it('counts a copy of files of a running server for nothing', () => {
    expect(
      findingsOf(tornCopies, {
        recoveryPoints: [aPoint({ consistency: torn })],
      }),
    ).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'unprotected',
        evidence: [torn.evidence],
      },
    ]);
  });

  it('warns of a schedule that takes such copies beside good ones', () => {
    const [finding] = findingsOf(tornCopies, {
      recoveryPoints: [aPoint(), aPoint({ consistency: torn })],
      schedules: [aSchedule(), aSchedule({ consistency: torn })],
    });
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing against a snapshot', () => {
    const crash = observed('crash' as const);
    expect(
      findingsOf(tornCopies, {
        recoveryPoints: [aPoint({ consistency: crash })],
        schedules: [aSchedule({ consistency: crash })],
      }),
    ).toEqual([]);
  });
});
