import { fateOfStore } from '../../deletion/fateOfStore';
import { fateOfVolume } from '../../deletion/fateOfVolume';
import { stepsToDeletion } from '../../deletion/stepsToDeletion';
import { Rule } from '../../Rule';

/**
 * CloudNativePG makes snapshots with the Cluster or the Backup as their owner where it is told to (`snapshotOwnerReference` in
 * docs/src/appendixes/backup_volumesnapshot.md, `backupOwnerReference` in docs/src/backup.md); the deletion policy of their class then decides.
 */
export const backupsDieToo: Rule = {
  id: 'deletion/backups-die-too',
  title: 'Backups die with the database',
  description:
    'Everything that the database could be restored from is deleted together with its object: a deletion by mistake could not be undone.',
  judges: 'facts',
  evaluate({ database, usable }) {
    if (usable.points.length === 0) return undefined;
    const event = 'object-deleted';
    const start = stepsToDeletion(database, event);
    const backups = database.stores
      .filter(({ id }) => usable.points.some(({ storeId }) => storeId === id))
      .map(store => fateOfStore(database, store, event, start));
    // Most keep theirs in a bucket, and need not be asked about volumes.
    const allDie =
      backups.length > 0 && backups.every(({ fate }) => fate === 'dies');
    if (!allDie) return undefined;
    const isDataKept = database.volumes
      .map(volume => fateOfVolume(database, volume, event, start))
      .some(({ role, fate }) => role === 'data' && fate === 'stays');
    if (isDataKept) return undefined;
    const count = usable.points.length;
    return {
      rule: this.id,
      severity: 'critical',
      message: `Deleting ${database.reference.kind.split('.')[0]} ${
        database.reference.name
      } deletes ${
        count === 1 ? 'the only recovery point' : `all ${count} recovery points`
      } with it.`,
      evidence: backups.flatMap(({ steps }) =>
        steps.flatMap(({ evidence }) => evidence),
      ),
      ceiling: 'at-risk',
      remedy:
        'Keep backups in an object store, or let no object of the database own its snapshots and set the deletion policy of their class to Retain.',
    };
  },
};
