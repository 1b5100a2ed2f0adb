const units: [string, number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** A duration in at most two units: `4 min`, `1 d 2 h`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  for (let at = 0; at < units.length - 1; at++) {
    const [unit, size] = units[at];
    if (whole < size) continue;
    const [smaller, smallerSize] = units[at + 1];
    const rest = Math.floor((whole % size) / smallerSize);
    const amount = `${Math.floor(whole / size)} ${unit}`;
    return rest ? `${amount} ${rest} ${smaller}` : amount;
  }
  return `${whole} s`;
}

const sizes = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** A size in the largest binary unit, with at most one decimal: `40 GiB`. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let at = 0;
  while (amount >= 1024 && at < sizes.length - 1) {
    amount /= 1024;
    at += 1;
  }
  return `${Math.round(amount * 10) / 10} ${sizes[at]}`;
}
