import { aVolume, observed, sampled } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeNearlyFull } from './nearly-full';

const capacityBytes = observed(100 * 2 ** 30);

function filled(gibibytes: number, expandable?: boolean) {
  return {
    volumes: [
      aVolume(1, {
        capacityBytes,
        usedBytes: sampled(gibibytes * 2 ** 30),
        ...(expandable !== undefined && { expandable: observed(expandable) }),
      }),
    ],
  };
}

describe('volume/nearly-full', () => {
  it.each([
    [84, undefined, undefined],
    [85, 'warning', undefined],
    [94, 'warning', undefined],
    [95, 'critical', 'at-risk'],
  ])('of %s %% is %s', (gibibytes, severity, ceiling) => {
    const [finding] = findingsOf(volumeNearlyFull, filled(gibibytes));
    expect(finding?.severity).toBe(severity);
    expect(finding?.ceiling).toBe(ceiling);
  });

  it('gives the numbers', () => {
    const [finding] = findingsOf(volumeNearlyFull, filled(90));
    expect(finding.message).toBe(
      'The volume orders-1 is 90 % full (90 GiB of 100 GiB).',
    );
  });

  // "How MySQL Handles a Full Disk" in the MySQL reference manual; stop-writes-on-bgsave-error in redis.conf.
  it.each([
    ['postgresql', 'PostgreSQL stops', 'whether WAL piles up'],
    ['mysql', 'Writes hang', 'the binary log piles up'],
    ['mariadb', 'Writes hang', 'the binary log piles up'],
  ] as const)('says what becomes of %s', (engine, message, remedy) => {
    const [finding] = findingsOf(volumeNearlyFull, { ...filled(96), engine });
    expect(finding.message).toContain(message);
    expect(finding.remedy).toContain(remedy);
  });

  it('does not advise what the storage class does not allow', () => {
    const [finding] = findingsOf(volumeNearlyFull, filled(96, false));
    expect(finding.remedy).toContain('does not allow expansion');
  });
});
