/** How an attained value stands to its objective. `undecided`: one of them is not known or does not count. */
export type Comparison = 'met' | 'missed' | 'undecided';

export function compare(options: {
  attained?: number;
  objective: number;
  /** Nothing can be restored, so that no objective is met. */
  nothing: boolean;
  exempt: boolean;
}): Comparison {
  const { attained, objective, nothing, exempt } = options;
  if (exempt) return 'undecided';
  if (nothing) return 'missed';
  if (attained === undefined) return 'undecided';
  return attained <= objective ? 'met' : 'missed';
}
