import { formatDuration } from '../../../quantity';
import { missesRpo } from '../../rpo/missesRpo';
import { Rule } from '../../Rule';

/** Redis' documentation: for a degree of safety comparable to a database that works on disk, use both. */
export const persistenceLogOff: Rule = {
  id: 'persistence/log-off',
  title: 'Snapshots alone, where the objective needs a log',
  description:
    'Without the log of writes a server loses what changed since its last snapshot when it restarts, which is more than the objective lets be lost with an instance.',
  judges: 'arrangement',
  evaluate({ database, objective, rpo, disk, clock }) {
    const { snapshots, log, storage } = database.persistence ?? {};
    if (storage?.value !== 'claim' || log?.enabled.value !== false) {
      return undefined;
    }
    const interval = snapshots?.longestIntervalSeconds;
    if (!interval || disk?.state === 'lost') return undefined;
    const { value: limit } = objective.rpoSeconds.instance;
    if (interval.value <= limit) return undefined;
    // A replica or a backup may keep what the volume does not.
    const met =
      rpo.instance.seconds !== undefined &&
      missesRpo({
        attained: rpo.instance,
        objectiveSeconds: limit,
        clock,
      }) !== 'missed';
    return {
      rule: this.id,
      severity: met ? 'info' : 'warning',
      message: `Only snapshots are written, up to ${formatDuration(
        interval.value,
      )} after a change; with an instance the objective lets ${formatDuration(
        limit,
      )} be lost. ${
        met
          ? 'As it stands now less would be: by a replica that takes over, or by a backup. If all instances restart at once, that much is lost.'
          : 'A restart loses what changed since the last one.'
      }`,
      evidence: [log.enabled.evidence, interval.evidence],
      ...(!met && { ceiling: 'at-risk' }),
      remedy: 'Turn the log of writes on: `appendonly yes`.',
    };
  },
};
