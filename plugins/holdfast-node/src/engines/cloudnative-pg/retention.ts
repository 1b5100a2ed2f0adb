const days = new Map([
  ['d', 1],
  ['w', 7],
  ['m', 31],
]);

/**
 * Seconds of a retention policy such as `30d`, `4w` or `3m`. A month is 31 days to Barman (`barman/retention_policies.py`,
 * `RecoveryWindowRetentionPolicy`).
 */
export function parseRetention(text: string): number | undefined {
  const match = /^([1-9]\d*)([dwm])$/.exec(text);
  const length = match && days.get(match[2]);
  return length ? Number(match[1]) * length * 86_400 : undefined;
}
