import { formatDuration } from '../../quantity';
import { missesRpo } from '../rpo/missesRpo';
import { RuleContext } from '../Rule';

/**
 * What the loss of the node of the instance that writes costs beyond the objective, as the end of a sentence; undefined when the
 * objective holds.
 */
export function missedByInstanceLoss(context: RuleContext): string | undefined {
  const { objective, rpo, rto, clock } = context;
  const misses: string[] = [];
  const data = objective.rpoSeconds.instance.value;
  if (
    missesRpo({ attained: rpo.instance, objectiveSeconds: data, clock }) ===
    'missed'
  ) {
    const lost = rpo.instance.atMostSeconds ?? rpo.instance.seconds ?? 0;
    misses.push(
      `the changes of up to ${formatDuration(
        lost,
      )}, where the objective allows ${formatDuration(data)}`,
    );
  }
  const time = objective.rtoSeconds.instance.value;
  const { seconds } = rto.instance;
  if (seconds !== undefined && seconds > time) {
    misses.push(
      `about ${formatDuration(
        seconds,
      )} of downtime (an estimate), where the objective allows ${formatDuration(
        time,
      )}`,
    );
  }
  return misses.length ? misses.join(', and ') : undefined;
}
