import { Preview } from '@holdfast/plugin-holdfast-common';

type CostGap = NonNullable<Preview['cost']>['unpriced'][number];

/** Things without a price that share the reason. */
export interface SharedReason {
  reason: string;
  parts: { object: string; components: string[] }[];
}

/** Puts together what has no price for the same reason, in the order in which it came. */
export function byReason(unpriced: readonly CostGap[]): SharedReason[] {
  const reasons = new Map<string, Map<string, string[]>>();
  for (const { object, what, reason } of unpriced) {
    const parts = reasons.get(reason) ?? new Map<string, string[]>();
    reasons.set(reason, parts);
    parts.set(object, [...(parts.get(object) ?? []), what]);
  }
  return [...reasons].map(([reason, parts]) => ({
    reason,
    parts: [...parts].map(([object, components]) => ({ object, components })),
  }));
}
