import { ago, aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleSuspended } from './suspended';

const suspended = aSchedule({
  suspended: observed(true, '.spec.suspend'),
  lastScheduledAt: observed(ago({ days: 90 })),
});

describe('schedule/suspended', () => {
  it('says since when, and that nothing replaces it', () => {
    expect(
      findingsOf(scheduleSuspended, { schedules: [suspended] }),
    ).toMatchObject([
      {
        severity: 'warning',
        ceiling: 'at-risk',
        message:
          'The schedule orders-daily is suspended. It last ran on 2026-08-22 12:00 UTC. No other one takes backups.',
      },
    ]);
  });

  it('only mentions it where another one runs', () => {
    const [finding] = findingsOf(scheduleSuspended, {
      schedules: [suspended, aSchedule()],
    });
    expect(finding.severity).toBe('info');
    expect(finding.ceiling).toBeUndefined();
  });

  it('does not ask for one of a database that is held until its deletion', () => {
    const [finding] = findingsOf(scheduleSuspended, {
      schedules: [suspended],
      health: { state: 'hibernated', evidence: [] },
      annotations: { 'hold-until': '2026-12-20' },
    });
    expect(finding.severity).toBe('info');
    expect(finding.remedy).not.toMatch(/^Resume/);
  });
});
