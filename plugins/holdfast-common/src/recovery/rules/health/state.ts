import { HealthState } from '../../../model';
import { holdOf } from '../../deletion/holdOf';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

type Judgement = Pick<Finding, 'severity' | 'ceiling' | 'remedy'> & {
  says: string;
};

const judgements: Record<Exclude<HealthState, 'healthy'>, Judgement> = {
  starting: {
    says: 'The database is being set up.',
    severity: 'info',
  },
  changing: {
    says: 'The database is being changed or fails over.',
    severity: 'info',
  },
  degraded: {
    says: 'The database runs with less than was asked for.',
    severity: 'warning',
    remedy: 'Look at the reason that the operator gives.',
  },
  waiting: {
    says: 'The operator waits for a person; until then it changes nothing.',
    severity: 'warning',
    remedy: 'Do what the operator asks for.',
  },
  failed: {
    says: 'The database is down.',
    severity: 'critical',
    ceiling: 'at-risk',
    remedy:
      'Follow the runbook: repair it, or restore it from the latest recovery point.',
  },
  fenced: {
    says: 'The server is kept stopped by a fence: no change is archived and no backup taken.',
    severity: 'warning',
    ceiling: 'at-risk',
    remedy: 'Lift the fence once its reason is gone.',
  },
  hibernated: {
    says: 'The database sleeps on its volumes: no change is archived and no backup taken until it is woken.',
    severity: 'info',
    remedy: 'Wake it, or take a last backup before it goes to sleep.',
  },
  unknown: {
    says: 'What the database is doing cannot be told: its operator says nothing, or something that this version does not know.',
    severity: 'warning',
    ceiling: 'unknown',
    remedy: 'Look at the database itself.',
  },
};

/** A state that is not known is not a good one. */
export const healthState: Rule = {
  id: 'health/state',
  title: 'The database is not healthy',
  description:
    'What the operator says about the database, or that it is stopped, asleep, or in a state that is not known.',
  judges: 'facts',
  evaluate({ database, clock }) {
    const { state, phase, reason, evidence } = database.health;
    // One that is held was not forgotten: that is what `health/held` says.
    if (state === 'healthy' || holdOf(database, clock)) return undefined;
    const { says, ...judgement } = judgements[state] ?? judgements.unknown;
    const words = [phase, reason].filter(Boolean).join(': ');
    return {
      rule: this.id,
      message: words ? `${says} (${words})` : says,
      evidence,
      ...judgement,
    };
  },
};
