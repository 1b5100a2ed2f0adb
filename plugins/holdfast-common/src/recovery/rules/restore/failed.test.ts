import { ago, aRestore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { restoreFailed } from './failed';

const failed = aRestore({
  state: 'failed',
  readyAt: undefined,
  startedAt: ago({ days: 1 }),
});

describe('restore/failed', () => {
  it('counts more than an earlier success', () => {
    expect(
      findingsOf(restoreFailed, { restores: [aRestore(), failed] }),
    ).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'The last restore (orders-drill, begun on 2026-11-19 12:00 UTC) failed, and none has succeeded since.',
      },
    ]);
  });

  it('is made good by a later success', () => {
    const later = aRestore({ startedAt: ago({ hours: 2 }) });
    expect(findingsOf(restoreFailed, { restores: [failed, later] })).toEqual(
      [],
    );
  });

  it('does not judge one that is running', () => {
    const running = aRestore({ state: 'running', startedAt: ago({}) });
    expect(
      findingsOf(restoreFailed, { restores: [aRestore(), running] }),
    ).toEqual([]);
  });
});
