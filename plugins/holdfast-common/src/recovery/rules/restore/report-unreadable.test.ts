import { reference } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { reportUnreadable } from './report-unreadable';

describe('restore/report-unreadable', () => {
  it('says what is wrong with a report that nobody could read', () => {
    const object = { ...reference, kind: 'ConfigMap', name: 'drill-20' };
    const [finding] = findingsOf(reportUnreadable, {
      unreadReports: [
        {
          message: 'outcome: "ok" has to be succeeded or failed',
          evidence: { object, field: ".data['report.json']" },
        },
      ],
    });
    expect(finding).toMatchObject({
      severity: 'warning',
      message:
        'ConfigMap drill-20 is marked as a report, and cannot be read as one: outcome: "ok" has to be succeeded or failed',
      evidence: [{ object }],
    });
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing to say without one', () => {
    expect(findingsOf(reportUnreadable)).toEqual([]);
  });
});
