import { VolumeCoverage } from '../../../model';
import { aVolume, ago, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { selectorMisses } from './selector-misses';

const excluded: VolumeCoverage = {
  backup: {
    cluster: 'production-eu',
    kind: 'Schedule.velero.io',
    namespace: 'velero',
    name: 'nightly',
  },
  method: 'velero-snapshot',
  state: 'excluded',
  reason: 'its label selector matches neither the claim nor a pod of it',
  evidence: observed('app').evidence,
};
const volumes = (...coverage: VolumeCoverage[]) =>
  [1, 2].map(ordinal => aVolume(ordinal, { coverage }));

describe('coverage/selector-misses', () => {
  it('says once which volumes a schedule leaves out, and why', () => {
    expect(
      findingsOf(selectorMisses, {
        volumes: volumes(excluded),
        recoveryPoints: [],
        schedules: [],
      }),
    ).toMatchObject([
      {
        severity: 'warning',
        message:
          'Schedule nightly takes the namespace and leaves orders-1, orders-2 out: its label selector matches neither the claim nor a pod of it.',
      },
    ]);
  });

  it('does not mind where something else takes them', () => {
    expect(
      findingsOf(selectorMisses, { volumes: volumes(excluded) }),
    ).toMatchObject([{ severity: 'info' }]);
  });

  it('looks at the newest backup alone', () => {
    const held: VolumeCoverage = {
      ...excluded,
      state: 'held',
      holding: 'moved',
      at: ago({ hours: 1 }),
    };
    const older = { ...excluded, at: ago({ days: 1 }) };
    expect(
      findingsOf(selectorMisses, { volumes: volumes(held, older) }),
    ).toEqual([]);
    expect(
      findingsOf(selectorMisses, { volumes: volumes(older, held) }),
    ).toHaveLength(1);
  });
});
