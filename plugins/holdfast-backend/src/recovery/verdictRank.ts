import { Verdict, verdictOrder } from '@holdfast/plugin-holdfast-common';

/**
 * The place of a verdict when databases are listed worst first. Exempt ones, of which nothing is asked, come last.
 */
export function verdictRank(verdict: Verdict): number {
  return verdict === 'exempt'
    ? verdictOrder.length
    : verdictOrder.indexOf(verdict);
}
