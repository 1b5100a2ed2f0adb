import { Database, Observed } from '../../../model';
import { baseBackupState } from '../../backups/baseBackupState';
import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** A copy of files that change while they are copied is of no moment at all. */
export const tornCopies: Rule = {
  id: 'coverage/torn',
  title: 'Files copied while the server wrote',
  description:
    'A backup copies the files of a running server one after another, or its volumes at different moments: the server may not open what comes of it.',
  judges: 'arrangement',
  waivable: false,
  evaluate(context) {
    const { database, usable, orders } = context;
    const [newest] = usable.unusable;
    const isDecisive =
      baseBackupState(context) === 'unusable' && newest.reason === 'torn';
    if (isDecisive && newest.point.consistency) {
      const { point } = newest;
      return finding(database, newest.point.consistency, {
        what: `The newest backup (${point.object.name}, ${describeMoment(
          point.consistentAt,
        )})`,
        severity: 'critical',
        ceiling: 'unprotected',
      });
    }
    return orders.all.flatMap(({ schedule: { object, consistency } }) =>
      consistency?.value === 'torn'
        ? finding(database, consistency, {
            what: `The schedule ${object.name}`,
            severity: 'warning',
          })
        : [],
    );
  },
};

function finding(
  { engine, archiving }: Database,
  consistency: Observed<string>,
  options: Pick<Finding, 'severity' | 'ceiling'> & { what: string },
): Finding {
  const { what, ...rest } = options;
  const first =
    archiving.offered === false
      ? 'Dump the whole server to an object store by a CronJob'
      : 'Have the operator take backups';
  return {
    rule: 'coverage/torn',
    ...rest,
    message: `${what} copies the data of a running server piece by piece, while it goes on writing. The server may refuse to open it, or open it with damage that shows later.`,
    evidence: [consistency.evidence],
    remedy:
      engine === 'postgresql'
        ? `${first}, snapshot all volumes as a group, or let a hook before the backup write a dump (pg_dump) to the volume.`
        : `${first}, snapshot all volumes as a group, or let a hook before the backup write a dump (mariadb-dump, mysqldump) to the volume. A lock that the hook takes is gone when the hook ends.`,
  };
}
