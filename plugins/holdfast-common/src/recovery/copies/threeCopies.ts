import { backupCopiesOf, mayHaveMoreBackups } from './backupCopies';
import { CopyQuestion } from './CopyCheck';
import { replicaCopiesOf } from './replicaCopies';

/** The data itself, each replica on a node of its own, each place with a usable recovery point, each database that follows. */
export const threeCopies: CopyQuestion = {
  id: 'three-copies',
  ask(context) {
    const { database } = context;
    const replicas = replicaCopiesOf(database);
    const backups = backupCopiesOf(context);
    const followers = (database.copies ?? []).filter(
      ({ ready }) => ready?.value === true,
    );
    const count = 1 + replicas.count + backups.length + followers.length;
    const parts = [
      'the data itself',
      replicas.count &&
        counted(
          replicas.count,
          'replica on another node',
          'replicas on other nodes',
        ),
      backups.length &&
        counted(
          backups.length,
          'place with recovery points',
          'places with recovery points',
        ),
      followers.length &&
        counted(
          followers.length,
          'database that follows',
          'databases that follow',
        ),
    ].filter(Boolean);
    const sum = `${counted(count, 'copy', 'copies')}: ${parts.join(', ')}.`;
    const evidence = [
      ...replicas.evidence,
      ...backups.flatMap(backup => backup.evidence),
      ...followers.map(({ via }) => via.evidence),
    ];
    if (count >= 3) return { state: 'met', message: sum, evidence };
    const untold =
      replicas.mayBeMore ||
      mayHaveMoreBackups(context) ||
      (database.copies ?? []).some(({ ready }) => ready === undefined);
    return untold
      ? {
          state: 'unknown',
          message: `At least ${sum} There may be more that the facts do not show.`,
          evidence,
        }
      : { state: 'not-met', message: sum, evidence };
  },
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
