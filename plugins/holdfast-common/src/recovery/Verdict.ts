/**
 * The answer to "could it be brought back?", worst first. `exempt` stands outside the order: by objective, the question is not asked.
 *
 * - `unprotected`: there is nothing to restore from
 * - `unknown`: the facts that would decide are missing or stale
 * - `at-risk`: restorable, but an objective is missed, or will be within a fifth of its length
 * - `protected`: a restorable point of this incarnation exists on the store in use, and every objective is met
 * - `proven`: protected, and a restore succeeded within the drill interval and inside the RTO
 *
 * @public
 */
export type Verdict =
  | 'unprotected'
  | 'unknown'
  | 'at-risk'
  | 'protected'
  | 'proven'
  | 'exempt';

/**
 * The best verdict that a finding allows.
 *
 * @public
 */
export type Ceiling = 'unprotected' | 'unknown' | 'at-risk' | 'protected';

/**
 * Verdicts in order, worst first; a lower index wins.
 *
 * @public
 */
export const verdictOrder = [
  'unprotected',
  'unknown',
  'at-risk',
  'protected',
  'proven',
] as const satisfies readonly Verdict[];

/**
 * The verdict that findings leave open: the lowest of their ceilings. A waiver lifts a ceiling, and never above Protected.
 *
 * @public
 */
export function lowestVerdict(
  findings: readonly { ceiling?: Ceiling; waived?: unknown }[],
): Exclude<Verdict, 'exempt'> {
  let lowest = verdictOrder.length - 1;
  for (const { ceiling, waived } of findings) {
    if (!ceiling) continue;
    const rank = verdictOrder.indexOf(waived ? 'protected' : ceiling);
    if (rank < lowest) lowest = rank;
  }
  return verdictOrder[lowest];
}
