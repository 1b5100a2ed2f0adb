import { Finding } from '../Finding';
import { Grade } from './Score';

/**
 * How a control stands by the findings of some areas that bear on recovery; undefined where there is none. What is waived counts: to accept
 * a risk is not to be without it.
 */
export function gradeByFindings(
  findings: readonly Finding[],
  isRelevant: (finding: Finding) => boolean,
): Grade | undefined {
  const relevant = findings.filter(
    finding => finding.ceiling !== undefined && isRelevant(finding),
  );
  const [worst] = relevant;
  if (!worst) return undefined;
  const { message, remedy, waived } = worst;
  return {
    state: worst.ceiling === 'unknown' ? 'unknown' : 'not-met',
    message: waived ? `${message} (Waived: ${waived.reason})` : message,
    ...(remedy && { earn: remedy }),
    rules: [...new Set(relevant.map(({ rule }) => rule))],
  };
}

/** The part of a rule id before the slash. */
export function areaOf({ rule }: Pick<Finding, 'rule'>): string {
  return rule.split('/')[0];
}
