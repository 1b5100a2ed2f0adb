import { aCustody, anOwnedVolume } from '../../__testUtils__/aCustody';
import { observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { leavesGitDies } from './leaves-git-dies';

const unguarded = {
  custody: aCustody(),
  volumes: [anOwnedVolume(1), anOwnedVolume(2)],
};

describe('deletion/leaves-git-dies', () => {
  it('warns where backups stay', () => {
    expect(findingsOf(leavesGitDies, unguarded)).toMatchObject([
      {
        severity: 'warning',
        message:
          'The Argo CD Application shop deletes the database as soon as its manifest leaves Git, and its 2 volumes with it, without asking. Its backups stay, and would have to be restored.',
        remedy: expect.stringContaining('Prune=confirm,Delete=confirm'),
      },
    ]);
  });

  it('is critical where no backup is left', () => {
    expect(
      findingsOf(leavesGitDies, { ...unguarded, recoveryPoints: [] }),
    ).toMatchObject([
      { severity: 'critical', message: expect.stringContaining('No backup') },
    ]);
  });

  it.each([
    ['it is guarded', { custody: aCustody({ whenRemoved: observed('asks') }) }],
    ['the delivery is not known', { custody: undefined }],
    [
      'one copy is retained',
      {
        volumes: [
          anOwnedVolume(1),
          anOwnedVolume(2, { reclaimPolicy: observed('Retain') }),
        ],
      },
    ],
    ['what is deleted cannot be told', { volumes: [] }],
  ])('is silent where %s', (_, overrides) => {
    expect(findingsOf(leavesGitDies, { ...unguarded, ...overrides })).toEqual(
      [],
    );
  });
});
