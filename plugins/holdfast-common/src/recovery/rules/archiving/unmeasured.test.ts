import { aDatabase, ago, sampled } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { archivingUnmeasured } from './unmeasured';

const { archiving } = aDatabase();

describe('archiving/unmeasured', () => {
  it.each([
    ['without metrics', undefined],
    // Prometheus: a series is stale after 5 min.
    ['with metrics of 6 min ago', sampled(0, ago({ minutes: 6 }))],
  ])('says that the RPO is a bound %s', (_, backlogSegments) => {
    const [finding] = findingsOf(archivingUnmeasured, {
      archiving: { ...archiving, backlogSegments },
    });
    expect(finding.message).toContain('archive timeout of 5 min');
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing to say where metrics show it', () => {
    expect(findingsOf(archivingUnmeasured)).toEqual([]);
  });

  it('has nothing to bound without a base backup', () => {
    expect(
      findingsOf(archivingUnmeasured, {
        archiving: { ...archiving, backlogSegments: undefined },
        recoveryPoints: [],
      }),
    ).toEqual([]);
  });
});
