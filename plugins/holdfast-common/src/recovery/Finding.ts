import { Evidence } from '../model';
import { Ceiling } from './Verdict';

/**
 * @public
 */
export type Severity = 'critical' | 'warning' | 'info';

/**
 * One thing a rule has to say about a database.
 *
 * @public
 */
export interface Finding {
  /** `area/kebab-name`. */
  rule: string;
  severity: Severity;
  /** One or two sentences with numbers, units and times; readable without the evidence. */
  message: string;
  evidence: Evidence[];
  /** The best verdict it leaves open; absent for what does not bear on recovery (deprecation, style). */
  ceiling?: Ceiling;
  /** What would make it go away, as an instruction. */
  remedy?: string;
}
