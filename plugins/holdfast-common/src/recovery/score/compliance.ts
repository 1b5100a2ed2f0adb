import { Disruption } from '../../model';
import { formatDuration } from '../../quantity';
import { baseBackupState } from '../backups/baseBackupState';
import { missesRpo } from '../rpo/missesRpo';
import { Grade, ScoreContext, ScoreControl } from './Score';

const losses: Record<Disruption, string> = {
  data: 'a corruption or deletion of the data',
  instance: 'the loss of an instance',
  zone: 'the loss of a zone',
  region: 'the loss of a region',
};

const ways: Record<Disruption, string> = {
  data: 'Keep restorable points that meet the RPO, and rehearse a restore to know the time it takes.',
  instance:
    'Run a replica on another node, synchronous where no change may be lost.',
  zone: 'Spread the instances over zones.',
  region:
    'Keep a database that follows in a second region, or backups that can be restored there.',
};

/** Areas of the rules that judge what a disruption costs. */
const areas: Record<Disruption, RegExp> = {
  data: /^objective\//,
  instance: /^(?:cluster|objective|placement|replication)\//,
  zone: /^(?:objective|placement|replication)\//,
  region: /^(?:objective|store)\//,
};

type Half = { of: 'RPO' | 'RTO'; state: Grade['state']; message: string };

/** The attained RPO and RTO of one disruption against their objectives, half of the points each. */
export function compliance(
  disruption: Disruption,
  possible: number,
): ScoreControl {
  return {
    id: `compliance/${disruption}`,
    title: `Objectives for ${losses[disruption]}`,
    possible,
    grade(context) {
      const halves = [
        gradeRpo(disruption, context),
        gradeRto(disruption, context),
      ];
      const met = halves.filter(({ state }) => state === 'met').length;
      const rules = context.findings.flatMap(({ rule, ceiling }) =>
        ceiling && areas[disruption].test(rule) ? [rule] : [],
      );
      return {
        state: stateOf(halves),
        share: met / halves.length,
        message: halves.map(({ message }) => message).join(' '),
        ...(met < halves.length && {
          earn: ways[disruption],
          rules: [...new Set(rules)],
        }),
      };
    },
  };
}

function stateOf(halves: readonly Half[]): Grade['state'] {
  const states = halves.map(({ state }) => state);
  if (states.every(state => state === 'met')) return 'met';
  if (states.includes('met')) return 'partly';
  return states.includes('unknown') ? 'unknown' : 'not-met';
}

function gradeRpo(disruption: Disruption, context: ScoreContext): Half {
  const { objective, rpo, clock } = context;
  const attained = rpo[disruption];
  const objectiveSeconds = objective.rpoSeconds[disruption].value;
  const limit = formatDuration(objectiveSeconds);
  const seconds = attained.atMostSeconds ?? attained.seconds;
  if (seconds === undefined) return untold('RPO', disruption, context);
  const missed = missesRpo({ attained, objectiveSeconds, clock });
  return {
    of: 'RPO',
    state: missed ? 'not-met' : 'met',
    message: `RPO ${formatDuration(seconds)} of ${limit}${
      missed === 'soon' ? ', missed soon' : ''
    }.`,
  };
}

function gradeRto(disruption: Disruption, context: ScoreContext): Half {
  const { objective, rto } = context;
  const { seconds, basis } = rto[disruption];
  const { value } = objective.rtoSeconds[disruption];
  if (seconds === undefined) return untold('RTO', disruption, context);
  return {
    of: 'RTO',
    state: seconds <= value ? 'met' : 'not-met',
    message: `RTO ${formatDuration(seconds)}${
      basis === 'estimated' ? ' (an estimate)' : ''
    } of ${formatDuration(value)}.`,
  };
}

/** What cannot be told is unknown, unless there is nothing that could be told. */
function untold(
  of: Half['of'],
  disruption: Disruption,
  context: ScoreContext,
): Half {
  const state = baseBackupState(context);
  if (disruption !== 'region' && (state === 'none' || state === 'unusable')) {
    return {
      of,
      state: 'not-met',
      message: `${of}: there is nothing to restore from.`,
    };
  }
  return {
    of,
    state: 'unknown',
    message: `${of}: the facts do not tell what ${losses[disruption]} would cost.`,
  };
}
