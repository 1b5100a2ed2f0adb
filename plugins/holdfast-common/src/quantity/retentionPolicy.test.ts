import { parseRetentionPolicy } from './retentionPolicy';

describe('parseRetentionPolicy', () => {
  // barman/retention_policies.py: timedelta(days=value), timedelta(weeks=value), timedelta(days=31 * value)
  it.each([
    ['30d', 30],
    ['1d', 1],
    ['4w', 28],
    ['3m', 93],
  ])('reads %s as %d days', (text, days) => {
    expect(parseRetentionPolicy(text)).toBe(days * 86_400);
  });

  // ^[1-9][0-9]*[dwm]$, the pattern in the custom resource definitions of Cluster and ObjectStore
  it.each(['', '0d', '030d', '30', 'd', '30D', '30 d', '1y', '-1d', '30d\n'])(
    'refuses "%s"',
    text => {
      expect(() =>
        parseRetentionPolicy(text, { field: 'spec.retentionPolicy' }),
      ).toThrow(
        `spec.retentionPolicy: "${text}" is not a retention policy: write a number of days, weeks or months, for example 30d, 4w or 3m`,
      );
    },
  );
});
