import { BackupMethod } from '../../../model';
import { describeBackup, describeLog, describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** What takes the log as well. */
const sameNames: ReadonlySet<BackupMethod> = new Set([
  'barman-cloud-plugin',
  'barman-in-tree',
  'binlog-archive',
  'other',
]);

/** WAL files are named by timeline and position: two servers write files of the same names. */
export const storeSharedPath: Rule = {
  id: 'store/shared-path',
  title: 'Two databases archive to one path',
  description:
    'Another database writes to the same path. Their WAL files have the same names, so that neither archive can be trusted.',
  judges: 'arrangement',
  evaluate({ database }) {
    const shared = database.stores.find(
      ({ inUse, otherWriters }) => inUse && otherWriters.length,
    );
    if (!shared) return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message: `${describeStore(
        shared,
      )} is written to by ${shared.otherWriters.join(', ')} as well. ${
        sameNames.has(shared.method)
          ? `Their ${describeLog(
              database,
            )} files have the same names and replace one another.`
          : 'A backup does not tell which of them it is of: a restore may bring back the other, and each deletes what the other keeps.'
      }`,
      evidence: [
        shared.location?.evidence ?? database.archiving.configured.evidence,
      ],
      ceiling: 'at-risk',
      remedy: sameNames.has(shared.method)
        ? 'Give this database a server name or path of its own, then take a base backup there.'
        : `Give the backups of this database a path of their own, then take a ${describeBackup(
            database,
          )} there.`,
    };
  },
};
