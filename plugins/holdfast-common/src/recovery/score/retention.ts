import { formatDuration } from '../../quantity';
import { areaOf, gradeByFindings } from './gradeByFindings';
import { ScoreControl } from './Score';

/** Backup Audit Manager's control "backup plan minimum retention": here against the objective. */
export const retention: ScoreControl = {
  id: 'backups/retention',
  title: 'Recovery points are kept as long as the objective wants',
  possible: 8,
  grade({ findings, database, objective }) {
    const found = gradeByFindings(
      findings,
      finding => areaOf(finding) === 'retention',
    );
    if (found) return found;
    const wanted = formatDuration(objective.retentionSeconds.value);
    const earn = `Keep recovery points for ${wanted} or more.`;
    const stores = database.stores.filter(({ inUse }) => inUse);
    if (!stores.length) {
      const message = 'Nothing keeps recovery points.';
      return { state: 'not-met', message, earn };
    }
    const known = stores.flatMap(({ retentionSeconds }) =>
      retentionSeconds ? [retentionSeconds.value] : [],
    );
    if (!known.length) {
      const message = 'How long recovery points are kept is not told.';
      return { state: 'unknown', message, earn };
    }
    return {
      state: 'met',
      message: `Kept for ${formatDuration(
        Math.max(...known),
      )}, where the objective is ${wanted}.`,
    };
  },
};
