import { Rule } from '../../Rule';

/** A shell reports how its last command ended: `gzip` succeeds with whatever `mysqldump` got out before it failed. */
export const scheduleSuccessUnproven: Rule = {
  id: 'schedule/success-unproven',
  title: 'A job whose success proves little',
  description:
    'The script of a job ends well though the dump in it failed, so that its success does not show that there is a backup.',
  judges: 'arrangement',
  evaluate({ database, usable }) {
    return database.schedules.flatMap(({ unproven, object }) =>
      unproven
        ? {
            rule: this.id,
            severity: usable.points.length > 0 ? 'info' : 'warning',
            message: `${object.kind.split('.')[0]} ${
              object.name
            } may succeed without a backup: ${unproven.value}.`,
            evidence: [unproven.evidence],
            remedy:
              'Begin the script with `set -euo pipefail` (bash), and look at the size of what was written.',
          }
        : [],
    );
  },
};
