import { aDatabase, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { archivingSkipped } from './skipped';

const { archiving } = aDatabase();
const field = '.metadata.annotations["cnpg.io/skipWalArchiving"]';

describe('archiving/skipped', () => {
  it('says that success is reported and nothing kept', () => {
    const [finding] = findingsOf(archivingSkipped, {
      archiving: { ...archiving, skipped: observed(true, field) },
    });
    expect(finding).toMatchObject({
      ceiling: 'at-risk',
      remedy: `Remove ${field}, then take a base backup.`,
    });
  });

  it('has nothing to say where WAL is kept', () => {
    expect(
      findingsOf(archivingSkipped, {
        archiving: { ...archiving, skipped: observed(false) },
      }),
    ).toEqual([]);
  });
});
