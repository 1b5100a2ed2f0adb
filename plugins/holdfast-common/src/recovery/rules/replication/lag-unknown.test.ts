import { aDatabase } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { replicationLagUnknown } from './lag-unknown';

const instances = aDatabase().instances.map(
  ({ lagSeconds: _, ...instance }) => instance,
);

describe('replication/lag-unknown', () => {
  it('matters where the archive alone is not enough', () => {
    const objective = anObjective({ rpoOf: { instance: 60 } });
    expect(
      findingsOf(replicationLagUnknown, { instances }, { objective }),
    ).toMatchObject([{ ceiling: 'at-risk' }]);
  });

  it('does not matter where it is', () => {
    const objective = anObjective({ rpoOf: { instance: 300 } });
    expect(
      findingsOf(replicationLagUnknown, { instances }, { objective }),
    ).toEqual([]);
  });

  it('has nothing to say where the lag is known', () => {
    const objective = anObjective({ rpoOf: { instance: 60 } });
    expect(findingsOf(replicationLagUnknown, {}, { objective })).toEqual([]);
  });
});
