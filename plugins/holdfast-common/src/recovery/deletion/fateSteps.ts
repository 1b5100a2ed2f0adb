import { Evidence } from '../../model';
import { ByteFate, BytesAtStake, FateStep } from './ByteFate';

/** From the worst to the best that can happen to bytes. */
const safety: readonly ByteFate[] = ['dies', 'unknown', 'asks', 'stays'];

/** Bytes are gone when every link holds: one that keeps them keeps them, whatever else is known. */
function fateAfter(steps: readonly FateStep[]): ByteFate {
  let safest: ByteFate = 'dies';
  for (const { fate } of steps) {
    if (safety.indexOf(fate) > safety.indexOf(safest)) safest = fate;
  }
  // That somebody is asked before a step that is not known says nothing of the step.
  return safest === 'asks' && steps.some(({ fate }) => fate === 'unknown')
    ? 'unknown'
    : safest;
}

/** Whether bytes are safer behind some steps than behind others. */
export function isSafer(
  steps: readonly FateStep[],
  others: readonly FateStep[],
): boolean {
  return safety.indexOf(fateAfter(steps)) > safety.indexOf(fateAfter(others));
}

/** All that happens until something keeps the bytes, and what comes of it. */
export function followSteps(
  steps: readonly FateStep[],
): Pick<BytesAtStake, 'fate' | 'steps'> {
  const end = steps.findIndex(({ fate }) => fate === 'stays');
  return {
    fate: fateAfter(steps),
    steps: end < 0 ? [...steps] : steps.slice(0, end + 1),
  };
}

/** One that one field decides. */
export function fateStep(
  fate: ByteFate,
  reason: string,
  evidence: Evidence,
): FateStep {
  return { fate, reason, evidence: [evidence] };
}
