import { Database, Disruption } from '../../../model';
import { formatDuration } from '../../../quantity';
import { AttainedRpo } from '../../Assessment';
import { archiveTimeout } from '../../backups/archivingProgress';
import { describeLog, describeMoment } from '../../describe';
import { missesRpo } from '../../rpo/missesRpo';
import { Rule } from '../../Rule';

const losses: Record<Exclude<Disruption, 'instance'>, string> = {
  data: 'A corruption or deletion of the data',
  zone: 'The loss of the zone of the instance that writes',
  region: 'The loss of the region that it runs in',
};

/** The attained RPO against the objective. What the loss of an instance costs is judged under placement and replication. */
export const rpoMissed: Rule = {
  id: 'objective/rpo-missed',
  title: 'Recovery point objective missed',
  description:
    'More data would be lost now than the objective allows, or will be within a fifth of its length.',
  judges: 'arrangement',
  evaluate({ database, objective, rpo, clock }) {
    for (const disruption of ['data', 'zone', 'region'] as const) {
      const attained = rpo[disruption];
      const { value } = objective.rpoSeconds[disruption];
      const missed = missesRpo({ attained, objectiveSeconds: value, clock });
      if (!missed) continue;
      const loss = losses[disruption];
      const bound = attained.atMostSeconds;
      const exposed = formatDuration(bound ?? attained.seconds ?? 0);
      const limit = formatDuration(value);
      const restorable = attained.latestRestorable
        ? describeMoment(attained.latestRestorable)
        : 'an unknown moment';
      const consequence =
        bound === undefined
          ? `would cost the changes of ${exposed}: the latest restorable moment is ${restorable}`
          : `may cost the changes of up to ${exposed}`;
      return {
        rule: this.id,
        severity: missed === 'missed' ? 'critical' : 'warning',
        message:
          missed === 'missed'
            ? `${loss} ${consequence}. The objective is ${limit}.`
            : `${loss} ${consequence}. The objective of ${limit} will be missed within ${formatDuration(
                value / 5,
              )}.`,
        evidence: attained.evidence,
        ceiling: 'at-risk',
        remedy: remedyOf(attained, database),
      };
    }
    return undefined;
  },
};

function remedyOf({ basis }: AttainedRpo, database: Database): string {
  if (database.persistence) {
    return 'Back up its volumes more often, with the log of writes on them (appendonly yes), or agree on another objective.';
  }
  const log = describeLog(database);
  if (basis === 'points' && database.archiving.offered === false) {
    return `Take backups more often, or have the database run by an operator that archives its ${log}.`;
  }
  if (basis === 'points') {
    return `Archive the ${log} continuously, or take backups more often.`;
  }
  const remedy =
    archiveTimeout(database.archiving) === undefined
      ? 'let its segments be closed sooner, by time or by a smaller size'
      : 'shorten the archive timeout';
  return `Find out why the ${log} waits, ${remedy}, or agree on another objective.`;
}
