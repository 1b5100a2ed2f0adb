import {
  aDatabase,
  aPersistence,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeEphemeral } from './ephemeral';

const unclaimed = observed('pod' as const, '.spec.volumes[0].emptyDir');
const archiving = {
  ...aDatabase().archiving,
  configured: observed(false, '.spec.plugins'),
};

describe('volume/ephemeral', () => {
  it('leaves nothing where there is no backup', () => {
    const [finding] = findingsOf(volumeEphemeral, {
      unclaimed,
      archiving,
      volumes: [],
      stores: [],
      recoveryPoints: [],
    });
    expect(finding).toMatchObject({
      severity: 'critical',
      ceiling: 'unprotected',
      evidence: [{ field: '.spec.volumes[0].emptyDir' }],
    });
  });

  it('is at risk where a backup brings it back', () => {
    const [finding] = findingsOf(volumeEphemeral, { unclaimed });
    expect(finding).toMatchObject({ severity: 'critical', ceiling: 'at-risk' });
  });

  it('does not say that nothing is there where that could not be read', () => {
    const [finding] = findingsOf(volumeEphemeral, {
      unclaimed,
      recoveryPoints: [],
      missing: [
        {
          area: 'arrangement',
          kind: 'CronJob.batch',
          reason: 'forbidden',
          message: 'may not be listed',
        },
      ],
    });
    expect(finding.ceiling).toBe('at-risk');
  });

  it.each([
    ['claims', {}],
    ['a directory of the node', { unclaimed: observed('node' as const) }],
    ['what is mounted', { unclaimed: observed('elsewhere' as const) }],
    [
      'a server that works in memory',
      { unclaimed, persistence: aPersistence() },
    ],
  ])('has nothing to say of %s', (_, changes) => {
    expect(findingsOf(volumeEphemeral, changes)).toEqual([]);
  });
});
