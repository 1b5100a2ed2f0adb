import { ago, aRestore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { restoreOverdue } from './overdue';

describe('restore/overdue', () => {
  // The objective of the fixture asks for a drill every 90 d.
  it.each([
    ['89 d', 89, 0],
    ['91 d', 91, 1],
  ])('looks at a restore of %s ago', (_, days, count) => {
    const restores = [aRestore({ startedAt: ago({ days }) })];
    const findings = findingsOf(restoreOverdue, { restores });
    expect(findings).toHaveLength(count);
    for (const { ceiling, message } of findings) {
      expect(ceiling).toBe('protected');
      expect(message).toContain('every 90 d');
    }
  });

  it('looks at the newest success', () => {
    const restores = [
      aRestore({ startedAt: ago({ days: 200 }) }),
      aRestore({ startedAt: ago({ days: 20 }) }),
    ];
    expect(findingsOf(restoreOverdue, { restores })).toEqual([]);
  });
});
