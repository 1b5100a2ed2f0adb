import {
  ago,
  anInstance,
  observed,
  sampled,
} from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { replicationLag } from './lag';

const objective = anObjective({ rpoOf: { instance: 300 } });

function lagging(...seconds: number[]) {
  return {
    instances: [
      anInstance(1),
      ...seconds.map((lag, index) =>
        anInstance(index + 2, { lagSeconds: sampled(lag) }),
      ),
    ],
  };
}

describe('replication/lag', () => {
  it('looks at the nearest replica', () => {
    expect(
      findingsOf(replicationLag, lagging(301, 9000), { objective }),
    ).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'The nearest replica is 5 min 1 s behind the primary; with the loss of an instance the objective lets 5 min be lost.',
      },
    ]);
    expect(
      findingsOf(replicationLag, lagging(300, 9000), { objective }),
    ).toEqual([]);
  });

  it('does not forget a lag by its sample getting old', () => {
    const lagSeconds = sampled(900, ago({ hours: 1 }));
    expect(
      findingsOf(
        replicationLag,
        { instances: [anInstance(1), anInstance(2, { lagSeconds })] },
        { objective },
      ),
    ).toHaveLength(1);
  });

  it('does not count a replica beside its primary', () => {
    expect(
      findingsOf(
        replicationLag,
        {
          instances: [
            anInstance(1),
            anInstance(2, { node: observed('node-1') }),
            anInstance(3, { lagSeconds: sampled(900) }),
          ],
        },
        { objective },
      ),
    ).toHaveLength(1);
  });

  it('does not matter where commits wait for replicas', () => {
    expect(
      findingsOf(
        replicationLag,
        {
          ...lagging(900),
          synchronous: {
            ...observed(1),
            value: { number: 1, durability: 'required' },
          },
        },
        { objective },
      ),
    ).toEqual([]);
  });
});
