import { VolumeTrouble } from '../../../model';
import { ago, aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeNotBinding } from './not-binding';

function pending(trouble: Partial<VolumeTrouble> = {}) {
  const phase = observed('Pending', '.status.phase');
  return aVolume(1, {
    phase,
    storageClass: observed('fast', '.spec.storageClassName'),
    provisioner: observed('ebs.csi.aws.com', '.provisioner'),
    troubles: [
      {
        kind: 'binding',
        since: ago({ hours: 1 }),
        evidence: phase.evidence,
        ...trouble,
      },
    ],
  });
}

const findingOf = (trouble?: Partial<VolumeTrouble>) =>
  findingsOf(volumeNotBinding, { volumes: [pending(trouble)] })[0];

// Causes: "Persistent Volumes" and "Storage Classes" of the Kubernetes documentation.
describe('volume/not-binding', () => {
  it('takes as long as a volume takes to be made', () => {
    expect(findingOf({ since: ago({ minutes: 1 }) })).toBeUndefined();
    expect(findingOf({ since: ago({ minutes: 2 }) })).toBeDefined();
    // Nobody wrote down since when.
    expect(findingOf({ since: undefined })).toBeDefined();
  });

  it.each([
    ['no-class', 'names no storage class', 'is-default-class=true'],
    ['class-missing', 'fast that it names does not exist', 'StorageClass fast'],
    ['no-volume', 'fast makes no volumes', 'Create a PersistentVolume'],
    ['no-consumer', 'WaitForFirstConsumer', 'no pod is started'],
    ['unschedulable', 'finds no node', 'Used By'],
    [
      'provisioner',
      '(ebs.csi.aws.com) has not made it',
      'kubectl -n shop describe pvc orders-1',
    ],
    [undefined, 'cannot be told', 'kubectl -n shop describe pvc orders-1'],
  ] as const)('of %s says why, and what to do', (cause, message, remedy) => {
    const finding = findingOf({ cause });
    expect(finding.message).toContain(message);
    expect(finding.message).toContain('since 2026-11-20 11:00 UTC');
    expect(finding.remedy).toContain(remedy);
    expect(finding.evidence[0]).toMatchObject({ value: 'Pending' });
  });

  it('gives the words of Kubernetes', () => {
    const message = '0/3 nodes are available.';
    expect(findingOf({ message }).message).toContain(
      `Kubernetes says: ${message}`,
    );
  });

  it('is worse where there is no other volume with data', () => {
    expect(findingOf().severity).toBe('critical');
    const bound = aVolume(2, { phase: observed('Bound') });
    expect(
      findingsOf(volumeNotBinding, { volumes: [pending(), bound] }),
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it('does not disturb what sleeps', () => {
    const volumes = [pending({ cause: 'no-consumer' })];
    const health = { state: 'hibernated' as const, evidence: [] };
    expect(findingsOf(volumeNotBinding, { volumes, health })).toEqual([]);
  });

  it('has nothing to say of volumes that are there', () => {
    expect(findingsOf(volumeNotBinding)).toEqual([]);
  });
});
