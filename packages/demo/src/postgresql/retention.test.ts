import { keptBackups } from './retention';
import { SimulatedBackup } from './SimulatedBackup';

const now = new Date('2026-11-20T12:00:00Z');

function backup(
  daysAgo: number,
  changes: Partial<SimulatedBackup> = {},
): SimulatedBackup {
  const requestedAt = new Date(now.getTime() - daysAgo * 86_400_000);
  return {
    name: `${daysAgo} days ago`,
    method: 'plugin',
    requestedAt,
    endsAt: new Date(requestedAt.getTime() + 60_000),
    state: 'completed',
    serverName: 'orders',
    destinationPath: 's3://backups/',
    clusterUid: 'uid',
    timeline: 1,
    majorVersion: 17,
    ...changes,
  };
}

/** @returns the ages of those that are kept, in days */
function kept(backups: SimulatedBackup[], retentionDays = 7): string[] {
  return keptBackups(backups, { retentionDays, now }).map(({ name }) => name);
}

/** Barman's manual on `RECOVERY WINDOW OF n DAYS`: the backup that the window's beginning needs is not obsolete. */
describe('keptBackups', () => {
  it('keeps the window, and the newest backup from before it', () => {
    expect(kept([9, 8, 7.5, 6, 1].map(days => backup(days)))).toEqual([
      '7.5 days ago',
      '6 days ago',
      '1 days ago',
    ]);
  });

  it('never leaves nothing', () => {
    expect(kept([backup(400), backup(300)])).toEqual(['300 days ago']);
  });

  it('leaves alone what is not in the store: failures and snapshots', () => {
    expect(
      kept([
        backup(30, { state: 'failed' }),
        backup(20, { method: 'volumeSnapshot' }),
        backup(15),
        backup(1),
      ]),
    ).toEqual(['30 days ago', '20 days ago', '15 days ago', '1 days ago']);
  });
});
