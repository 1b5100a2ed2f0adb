import { aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { besideArchive } from './beside-archive';

const store = aStore({ id: 'velero', method: 'velero-data-mover' });
const copy = aPoint({
  storeId: 'velero',
  method: 'velero-data-mover',
  needsWal: false,
  rollsForward: false,
});

describe('coverage/beside-archive', () => {
  it('does not take a copy of volumes for the archive that was arranged', () => {
    expect(
      findingsOf(besideArchive, {
        stores: [aStore(), store],
        recoveryPoints: [copy],
      }),
    ).toMatchObject([{ severity: 'warning', ceiling: 'at-risk' }]);
  });

  it('has nothing to say where the archive brings the database back', () => {
    expect(
      findingsOf(besideArchive, {
        stores: [aStore(), store],
        recoveryPoints: [copy, aPoint()],
      }),
    ).toEqual([]);
  });

  it('takes them for what they are where nothing else was arranged', () => {
    expect(
      findingsOf(besideArchive, {
        archiving: {
          configured: observed(false),
          timeoutSeconds: observed(0),
        },
        stores: [store],
        recoveryPoints: [copy],
      }),
    ).toEqual([]);
  });
});
