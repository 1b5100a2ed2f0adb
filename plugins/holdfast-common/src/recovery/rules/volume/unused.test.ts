import { Volume } from '../../../model';
import { ago, aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeUnused } from './unused';

const since = (hours: number): Partial<Volume> => ({
  unusedSince: observed(ago({ hours }), '.status.conditions'),
});

// The condition: KEP-5541. What is left when a StatefulSet shrinks: "PersistentVolumeClaim retention" of the Kubernetes documentation.
describe('volume/unused', () => {
  it.each([
    [0.5, undefined],
    [1, 'warning'],
  ])('by the condition for %s h', (hours, severity) => {
    const [finding] = findingsOf(volumeUnused, {
      volumes: [aVolume(1, since(hours))],
    });
    expect(finding?.severity).toBe(severity);
  });

  it('only mentions a claim of no instance', () => {
    const [finding] = findingsOf(volumeUnused, {
      volumes: [aVolume(1, { instance: undefined, ...since(2) })],
    });
    expect(finding.severity).toBe('info');
    expect(finding.message).toContain('since 2026-11-20 10:00 UTC');
  });

  it('finds what an instance left behind', () => {
    const [finding] = findingsOf(volumeUnused, { volumes: [aVolume(4)] });
    expect(finding.message).toContain('belongs to orders-4');
    expect(finding.remedy).toContain('kubectl -n shop delete pvc orders-4');
  });

  it.each([
    ['sleeps', { health: { state: 'hibernated' as const, evidence: [] } }],
    ['does not say what instances it has', { instances: [] }],
  ])('does not call that left behind where the database %s', (_, database) => {
    expect(
      findingsOf(volumeUnused, { volumes: [aVolume(4)], ...database }),
    ).toEqual([]);
  });

  it('has nothing to say of volumes in use', () => {
    expect(findingsOf(volumeUnused)).toEqual([]);
  });
});
