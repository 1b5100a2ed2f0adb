import { aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleFiveFieldCron } from './five-field-cron';

function scheduled(value: string) {
  return { schedules: [aSchedule({ expression: observed(value) })] };
}

describe('schedule/five-field-cron', () => {
  it('says when it runs, and what was meant', () => {
    // CloudNativePG, docs/src/backup.md: six fields, seconds first; its webhook only warns of five.
    const [finding] = findingsOf(scheduleFiveFieldCron, scheduled('0 2 * * *'));
    expect(finding.message).toContain('every 1 h: 2026-11-20 12:02, 13:02 UTC');
    expect(finding.message).toContain('every 1 d: 2026-11-21 02:00');
    expect(finding.remedy).toBe('Write "0 0 2 * * *".');
    expect(finding.ceiling).toBeUndefined();
  });

  it.each([['0 0 2 * * *'], ['@daily'], ['@every 6h'], ['nonsense']])(
    'has nothing to say of %s',
    value => {
      expect(findingsOf(scheduleFiveFieldCron, scheduled(value))).toEqual([]);
    },
  );

  it('knows that others read five fields', () => {
    const expression = observed('0 2 * * *');
    const schedules = [aSchedule({ expression, dialect: 'kubernetes' })];
    expect(findingsOf(scheduleFiveFieldCron, { schedules })).toEqual([]);
  });
});
