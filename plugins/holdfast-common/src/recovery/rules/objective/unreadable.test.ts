import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { objectiveUnreadable } from './unreadable';

describe('objective/unreadable', () => {
  it('names field, entity, value and what would be right', () => {
    const objective = {
      ...anObjective(),
      problems: [
        {
          origin: {
            level: 'entity' as const,
            reference: 'resource:default/orders',
            field: 'holdfast.io/rpo',
          },
          value: 'soon',
          message: 'is no duration: write 5m or PT5M.',
        },
      ],
    };
    const [finding] = findingsOf(objectiveUnreadable, {}, { objective });
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBeUndefined();
    for (const part of ['holdfast.io/rpo', 'resource:default/orders', '5m']) {
      expect(finding.message).toContain(part);
    }
  });
});
