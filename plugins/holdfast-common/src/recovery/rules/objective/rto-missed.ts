import { Disruption } from '../../../model';
import { Rule } from '../../Rule';
import { describeMoment } from '../../describe';
import { formatDuration } from '../../../quantity';

const losses: Record<Disruption, string> = {
  data: 'a corruption or deletion of the data',
  instance: 'the loss of the instance that writes',
  zone: 'the loss of the zone of the instance that writes',
  region: 'the loss of the region that it runs in',
};

/** The attained RTO against the objective, per disruption that can be told. */
export const rtoMissed: Rule = {
  id: 'objective/rto-missed',
  title: 'Recovery time objective missed',
  description:
    'The last restore took longer than the objective allows, or an estimate says that the next one would.',
  judges: 'arrangement',
  evaluate({ objective, rto, survivors }) {
    for (const disruption of ['data', 'zone', 'region', 'instance'] as const) {
      // Without a replica, the loss of an instance is judged under placement.
      if (disruption === 'instance' && survivors.node.replica === false) break;
      const { seconds, basis, measuredBy, measuredAt, inputs, evidence } =
        rto[disruption];
      const { value } = objective.rtoSeconds[disruption];
      if (seconds === undefined || seconds <= value) continue;
      const after = `after ${losses[disruption]}`;
      const took = formatDuration(seconds);
      const limit = `The objective is ${formatDuration(value)}.`;
      return {
        rule: this.id,
        severity: basis === 'measured' ? 'critical' : 'warning',
        message:
          basis === 'measured'
            ? `The last ${measuredBy === 'failover' ? 'failover' : 'restore'}${
                measuredAt ? `, on ${describeMoment(measuredAt)},` : ''
              } took ${took}. ${limit}`
            : `It would take about ${took} ${after} (an estimate: ${inputs.join(
                ', ',
              )}). ${limit}`,
        evidence,
        ceiling: 'at-risk',
        remedy:
          basis === 'measured'
            ? 'Restore from volume snapshots, take base backups more often, or agree on another objective.'
            : 'Rehearse a restore to measure it; add a replica, or restore from volume snapshots, to shorten it.',
      };
    }
    return undefined;
  },
};
