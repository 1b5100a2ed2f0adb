import { Persistence } from '../../../model';
import { aRedis, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceUnknown } from './unknown';

const storage = observed('claim' as const);
const off = { enabled: observed(false) };

describe('persistence/unknown', () => {
  it.each<[string, Persistence]>([
    ['whether a log of writes', { storage }],
    ['when the log of writes', { storage, log: { enabled: observed(true) } }],
    ['how soon a change', { storage, log: off }],
    ['how soon a change', { storage, log: off, snapshots: {} }],
  ])('is not green: %s', (words, persistence) => {
    const [finding] = findingsOf(persistenceUnknown, aRedis({ persistence }));
    expect(finding).toMatchObject({ severity: 'warning', ceiling: 'unknown' });
    expect(finding.message).toContain(words);
  });

  it('has nothing to say of what is known, goes with the pod, or works on its volume', () => {
    expect(findingsOf(persistenceUnknown, aRedis())).toEqual([]);
    expect(
      findingsOf(
        persistenceUnknown,
        aRedis({ persistence: { storage: observed('ephemeral') } }),
      ),
    ).toEqual([]);
    expect(findingsOf(persistenceUnknown)).toEqual([]);
  });
});
