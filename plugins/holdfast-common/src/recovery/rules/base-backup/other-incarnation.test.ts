import { aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupOfOtherIncarnation } from './other-incarnation';

const stores = [aStore({ lastSuccessfulBackup: undefined })];

describe('base-backup/other-incarnation', () => {
  it('names the versions after a major upgrade', () => {
    const [finding] = findingsOf(baseBackupOfOtherIncarnation, {
      recoveryPoints: [aPoint({ incarnation: 'other', majorVersion: 16 })],
      stores,
    });
    expect(finding.ceiling).toBe('unprotected');
    expect(finding.message).toContain(
      'was taken from version 16; the database has been upgraded to 17 since',
    );
  });

  it('tells a database that was made anew', () => {
    const { evidence } = observed('another-uid', '.status.clusterUID');
    const [finding] = findingsOf(baseBackupOfOtherIncarnation, {
      recoveryPoints: [
        aPoint({ incarnation: 'other', incarnationEvidence: evidence }),
      ],
      stores,
    });
    expect(finding.message).toContain('an earlier database of this name');
    expect(finding.evidence[0]).toBe(evidence);
  });

  it('is content with a newer point of this incarnation', () => {
    expect(
      findingsOf(baseBackupOfOtherIncarnation, {
        recoveryPoints: [aPoint(), aPoint({ incarnation: 'other' })],
      }),
    ).toEqual([]);
  });
});
