import { ago, aRestore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { neverRestored } from './never';

describe('restore/never', () => {
  it.each([
    ['there was none', []],
    ['it is running', [aRestore({ state: 'running', readyAt: undefined })]],
    ['it failed', [aRestore({ state: 'failed' })]],
    ['it has no end', [aRestore({ readyAt: undefined })]],
  ])('leaves Protected at best when %s', (_, restores) => {
    expect(findingsOf(neverRestored, { restores })).toMatchObject([
      { ceiling: 'protected' },
    ]);
  });

  it('does not count a restore of an earlier incarnation', () => {
    const [finding] = findingsOf(neverRestored, {
      createdAt: ago({ days: 2 }),
      restores: [aRestore({ startedAt: ago({ days: 7 }) })],
    });
    expect(finding.message).toContain('created anew');
  });

  it('is content with one success', () => {
    expect(findingsOf(neverRestored, { restores: [aRestore()] })).toEqual([]);
  });
});
