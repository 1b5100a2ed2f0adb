import { VolumeCoverage } from '../../../model';
import { ago, aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeSkipped } from './volume-skipped';

const entry = (overrides: Partial<VolumeCoverage> = {}): VolumeCoverage => ({
  backup: {
    cluster: 'production-eu',
    kind: 'Backup.velero.io',
    namespace: 'velero',
    name: 'nightly-1',
  },
  method: 'velero-data-mover',
  state: 'skipped',
  reason: 'there is no DataUpload.velero.io of it',
  at: ago({ hours: 1 }),
  evidence: observed(0).evidence,
  ...overrides,
});

const of = (
  coverage: VolumeCoverage[],
  overrides: Parameters<typeof findingsOf>[1] = {},
) =>
  findingsOf(volumeSkipped, {
    volumes: [aVolume(1, { coverage })],
    recoveryPoints: [],
    ...overrides,
  });

describe('coverage/volume-skipped', () => {
  it('names the volume that a finished backup has not', () => {
    expect(of([entry()])).toMatchObject([
      {
        severity: 'warning',
        ceiling: 'at-risk',
        message:
          'nightly-1 (2026-11-20 11:00 UTC) ended without the bytes of orders-1: there is no DataUpload.velero.io of it.',
      },
    ]);
  });

  it('tells a copy that failed from one that was not made', () => {
    expect(
      of([entry({ state: 'failed', reason: 'node was drained' })]),
    ).toMatchObject([
      { message: expect.stringContaining('failed to copy the bytes') },
    ]);
  });

  it('looks at the newest backup that ended, and at no other', () => {
    const held = entry({ state: 'held', holding: 'moved' });
    const older = entry({ at: ago({ days: 1 }) });
    expect(of([held, older])).toEqual([]);
    const running = entry({ state: 'running', at: ago({ minutes: 1 }) });
    expect(of([running, entry()])).toHaveLength(1);
  });

  it('does not mind where another backup of that time has the data', () => {
    expect(
      findingsOf(volumeSkipped, {
        volumes: [aVolume(1, { coverage: [entry({ at: ago({ days: 2 }) })] })],
      }),
    ).toMatchObject([{ severity: 'info' }]);
  });

  it('leaves alone what was never meant, and what holds no data', () => {
    expect(of([entry({ state: 'excluded' })])).toEqual([]);
    expect(
      findingsOf(volumeSkipped, {
        volumes: [aVolume(1, { role: 'other', coverage: [entry()] })],
      }),
    ).toEqual([]);
  });
});
