import { Rule } from '../../Rule';

/** What `mysqldump shop` writes brings back shop, on a server that somebody has set up with its users before. */
export const baseBackupOneDatabase: Rule = {
  id: 'base-backup/one-database',
  title: 'Backups of the one database',
  description:
    'Backups hold the database that the server was set up with, and neither users and grants nor databases that were made later.',
  judges: 'arrangement',
  evaluate({ basis, usable, orders }) {
    const taken =
      basis === 'declared'
        ? orders.active.map(({ schedule }) => schedule)
        : usable.points;
    // One of the whole server beside them brings everything back.
    if (taken.some(({ onlyDatabase }) => !onlyDatabase)) return undefined;
    const [newest] = taken;
    if (!newest?.onlyDatabase) return undefined;
    const { value, evidence } = newest.onlyDatabase;
    return {
      rule: this.id,
      severity: 'info',
      message: `Backups hold ${value}, the database that the server was set up with: neither its users and grants nor any other database.`,
      evidence: [evidence],
      remedy:
        'Dump the whole server (`pg_dumpall`, `mysqldump --all-databases`), or keep users and grants where they can be made anew from.',
    };
  },
};
