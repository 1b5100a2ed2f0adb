const units = [
  { symbol: 'd', seconds: 24 * 60 * 60 },
  { symbol: 'h', seconds: 60 * 60 },
  { symbol: 'min', seconds: 60 },
  { symbol: 's', seconds: 1 },
];

/**
 * Writes seconds for people, in at most two neighbouring units and rounded to the smaller: `45 s`, `4 min`, `1 h 20 min`, `3 d`.
 *
 * @public
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown';
  const sign = seconds < 0 ? '-' : '';
  const length = Math.abs(seconds);
  if (length > 0 && length < 1) return '<1 s';

  let rounded = length;
  let largest = units.length - 1;
  // Rounding may carry into a larger unit (59.6 s is 1 min), whose neighbour is coarser: once more then.
  for (const [index, unit] of units.entries()) {
    const smaller = units[Math.min(index + 1, units.length - 1)].seconds;
    rounded = Math.round(length / smaller) * smaller;
    if (rounded >= unit.seconds) {
      largest = index;
      break;
    }
  }

  const first = units[largest];
  const amount = Math.floor(rounded / first.seconds);
  const rest = rounded - amount * first.seconds;
  const second = units[largest + 1];
  const text = `${sign}${amount} ${first.symbol}`;
  return rest > 0 && second
    ? `${text} ${rest / second.seconds} ${second.symbol}`
    : text;
}
