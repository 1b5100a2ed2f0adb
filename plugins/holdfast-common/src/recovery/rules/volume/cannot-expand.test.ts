import { Volume, VolumeTrouble } from '../../../model';
import { ago, aVolume, observed, sampled } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeCannotExpand } from './cannot-expand';

const gibibyte = 2 ** 30;

function filled(gibibytes: number, more: Partial<Volume> = {}) {
  return {
    volumes: [
      aVolume(1, {
        storageClass: observed('fast'),
        capacityBytes: observed(100 * gibibyte),
        usedBytes: sampled(gibibytes * gibibyte),
        ...more,
      }),
    ],
  };
}

const stuck = (trouble: Partial<VolumeTrouble>): Partial<Volume> => ({
  troubles: [
    {
      kind: 'expansion',
      since: ago({ hours: 1 }),
      evidence: observed('True').evidence,
      ...trouble,
    },
  ],
});

// "Expanding Persistent Volumes Claims" and "Recovering from Failure when Expanding Volumes" of the Kubernetes documentation.
describe('volume/cannot-expand', () => {
  it.each([
    [84, false, undefined],
    [85, false, 'warning'],
    [99, true, undefined],
    [99, undefined, undefined],
  ])('of %s %% in a class that allows it: %s', (share, allowed, severity) => {
    const [finding] = findingsOf(
      volumeCannotExpand,
      filled(share, {
        ...(allowed !== undefined && { expandable: observed(allowed) }),
      }),
    );
    expect(finding?.severity).toBe(severity);
  });

  it('names the class to change', () => {
    const [finding] = findingsOf(
      volumeCannotExpand,
      filled(90, { expandable: observed(false) }),
    );
    expect(finding.message).toBe(
      'The volume of orders-1 is 90 % full, and its storage class fast does not let it grow.',
    );
    expect(finding.remedy).toContain('kubectl patch storageclass fast');
  });

  it.each([
    [{ cause: 'infeasible' }, 50, 'warning', 'refuses'],
    [{ cause: 'infeasible' }, 90, 'critical', 'It is 90 % full.'],
    [{ message: 'quota' }, 50, 'warning', 'Kubernetes says: quota'],
    [{}, 90, 'critical', 'has failed since 2026-11-20 11:00 UTC'],
    [{ cause: 'node-pending' }, 50, 'info', 'waiting for the node'],
    [{ cause: 'node-pending' }, 90, 'warning', 'waiting for the node'],
  ] as const)('that %j at %s %% is %s', (trouble, share, severity, words) => {
    expect(
      findingsOf(volumeCannotExpand, filled(share, stuck(trouble))),
    ).toMatchObject([{ severity, message: expect.stringContaining(words) }]);
  });

  it('gives the node its time', () => {
    const since = ago({ minutes: 5 });
    expect(
      findingsOf(
        volumeCannotExpand,
        filled(50, stuck({ cause: 'node-pending', since })),
      ),
    ).toEqual([]);
  });
});
