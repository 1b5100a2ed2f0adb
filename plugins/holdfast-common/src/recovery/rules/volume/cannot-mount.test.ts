import { VolumeTrouble } from '../../../model';
import {
  ago,
  anInstance,
  aVolume,
  observed,
  reference,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeCannotMount } from './cannot-mount';

const pod = { ...reference, kind: 'Pod', name: 'orders-1' };

function waiting(trouble: Partial<VolumeTrouble> = {}) {
  return aVolume(1, {
    troubles: [
      {
        kind: 'mount',
        cause: 'not-started',
        since: ago({ hours: 1 }),
        evidence: { object: pod, field: '.status.conditions', value: 'False' },
        ...trouble,
      },
    ],
  });
}

const findingOf = (trouble?: Partial<VolumeTrouble>) =>
  findingsOf(volumeCannotMount, { volumes: [waiting(trouble)] })[0];

// "Multi-Attach error": the attach-detach controller (pkg/controller/volume/attachdetach/reconciler); it takes a volume from a lost node after
// `maxWaitForUnmountDuration`, 6 min.
describe('volume/cannot-mount', () => {
  it('takes as long as a volume takes to follow its pod', () => {
    expect(findingOf({ since: ago({ minutes: 10 }) })).toBeUndefined();
    expect(findingOf({ since: ago({ minutes: 11 }) })).toBeDefined();
  });

  it('takes as long as pods take to be scheduled', () => {
    const cause = 'topology' as const;
    expect(findingOf({ cause, since: ago({ minutes: 1 }) })).toBeUndefined();
    expect(findingOf({ cause, since: ago({ minutes: 2 }) })).toBeDefined();
  });

  it.each([
    ['not-started', 'attached or mounted', 'volumeattachment'],
    ['topology', 'may not run where the volume of orders-1 is', 'nodeAffinity'],
    ['in-use', 'ReadWriteOncePod', '--force'],
    ['attach-limit', 'takes another volume', 'csinode'],
    ['unschedulable', 'finds no node', 'kubectl -n shop describe pod orders-1'],
  ] as const)('by %s says why, and what to do', (cause, message, remedy) => {
    const finding = findingOf({ cause });
    expect(finding.message).toContain(', since 2026-11-20 11:00 UTC.');
    expect(finding.message).toContain(message);
    expect(finding.remedy).toContain(remedy);
  });

  it('is said once of a pod with several volumes', () => {
    const wal = { ...waiting(), role: 'wal' as const };
    expect(
      findingsOf(volumeCannotMount, { volumes: [waiting(), wal] }),
    ).toHaveLength(1);
  });

  it('is worse where no other instance serves', () => {
    expect(findingOf().severity).toBe('warning');
    const instances = [anInstance(1, { ready: observed(false) })];
    expect(
      findingsOf(volumeCannotMount, { volumes: [waiting()], instances }),
    ).toMatchObject([{ severity: 'critical' }]);
  });

  it('has nothing to say of volumes in use', () => {
    expect(findingsOf(volumeCannotMount)).toEqual([]);
  });
});
