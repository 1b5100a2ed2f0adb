import { Evidence, Waiver } from '../model';
import { Ceiling, verdictOrder } from './Verdict';

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
  /** Set while somebody accepts it: then it leaves a verdict of Protected at best, and no worse one. */
  waived?: AcceptedRisk;
}

/**
 * The waiver that accepts a finding.
 *
 * @public
 */
export type AcceptedRisk = Pick<
  Waiver,
  'id' | 'reason' | 'until' | 'by' | 'origin'
>;

const severityOrder: readonly Severity[] = ['critical', 'warning', 'info'];

/**
 * Worst ceiling first, then severity, then by rule and message, so that the order is always the same. What is waived comes last.
 *
 * @public
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    rankOf(a) - rankOf(b) ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function rankOf({ ceiling, waived }: Finding): number {
  if (waived) return verdictOrder.length + 1;
  return ceiling ? verdictOrder.indexOf(ceiling) : verdictOrder.length;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
