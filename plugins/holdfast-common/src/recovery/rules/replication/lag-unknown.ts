import { formatDuration } from '../../../quantity';
import { missesRpo } from '../../rpo/missesRpo';
import { Rule } from '../../Rule';

/** The archive limits what a lost instance costs; where that is not enough, the lag decides, and has to be known. */
export const replicationLagUnknown: Rule = {
  id: 'replication/lag-unknown',
  title: 'Replica lag not known where it decides',
  description:
    'The archive alone does not keep the objective when an instance is lost, and no current metric tells how far replicas are behind.',
  judges: 'facts',
  evaluate({ database, objective, rpo, clock, survivors }) {
    const { value } = objective.rpoSeconds.instance;
    if (value <= 0 || survivors.node.replica === false) return undefined;
    const lags = survivors.node.replicas.flatMap(
      ({ lagSeconds }) => lagSeconds?.value ?? [],
    );
    // Then it is known, and too long.
    if (lags.length && lags.every(lag => lag > value)) return undefined;
    const missed = missesRpo({
      attained: rpo.instance,
      objectiveSeconds: value,
      clock,
    });
    if (missed !== 'missed') return undefined;
    const most = rpo.instance.atMostSeconds ?? rpo.instance.seconds ?? 0;
    return {
      rule: this.id,
      severity: 'warning',
      message: `How far replicas are behind is not known. What ${
        database.persistence ? 'the newest backup' : 'the archive'
      } lacks may be ${formatDuration(
        most,
      )}; the objective allows ${formatDuration(value)} for a lost instance.`,
      evidence: rpo.instance.evidence,
      ceiling: 'at-risk',
      remedy: 'Connect a metrics source for this cluster.',
    };
  },
};
