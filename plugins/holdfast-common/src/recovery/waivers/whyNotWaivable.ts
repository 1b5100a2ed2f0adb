import { Finding } from '../Finding';
import { Rule } from '../Rule';

/**
 * Why no waiver of a rule can ever hold, as the end of a sentence; undefined where one can.
 *
 * @public
 */
export function whyNotWaivable(
  rule: Pick<Rule, 'id' | 'waivable'>,
): string | undefined {
  const [area] = rule.id.split('/');
  if (area === 'facts') return 'what is not known cannot be accepted as known';
  if (area === 'waiver') return 'what is wrong with a waiver has to be mended';
  return rule.waivable === false
    ? 'it tells what can be restored, which is no risk that somebody can take'
    : undefined;
}

/**
 * Why a waiver cannot hold for what a rule has found just now: only what leaves something to restore from can be accepted.
 *
 * @public
 */
export function whyNotWaived({
  ceiling,
}: Pick<Finding, 'ceiling'>): string | undefined {
  switch (ceiling) {
    case 'unprotected':
      return 'it leaves nothing to restore from';
    case 'unknown':
      return 'what would decide is not known';
    default:
      return undefined;
  }
}
