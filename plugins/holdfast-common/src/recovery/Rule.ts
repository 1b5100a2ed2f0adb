import { Database, Objective } from '../model';
import { AttainedRpo, AttainedRto, RecoveryWindow } from './Assessment';
import { Clock } from './Clock';
import { Finding } from './Finding';
import { Disruption } from '../model';
import { UsableBackups } from './usableBackups';

/**
 * What every rule may look at. Derived facts are worked out once, before the first rule.
 *
 * @public
 */
export interface RuleContext {
  database: Database;
  objective: Objective;
  basis: 'observed' | 'declared';
  /** The only way to ask for the time: it notes at which moment the answer would be another one. */
  clock: Clock;
  usable: UsableBackups;
  window?: RecoveryWindow;
  rpo: Record<Disruption, AttainedRpo>;
  rto: Record<Disruption, AttainedRto>;
}

/**
 * One judgement about a database. Pure and total: it never throws, whatever the facts look like.
 *
 * @public
 */
export interface Rule {
  /** `area/kebab-name`, the name of its file. */
  id: string;
  /** What it looks at and why it matters, in one sentence, for the rule's page in the documentation. */
  description: string;
  evaluate(context: RuleContext): Finding | Finding[] | undefined;
}
