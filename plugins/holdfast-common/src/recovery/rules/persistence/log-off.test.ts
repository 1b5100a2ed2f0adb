import {
  aPersistence,
  aRedis,
  anInstance,
  observed,
} from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceLogOff } from './log-off';

const persistence = aPersistence({
  log: { enabled: observed(false, '.spec.redis.customConfig') },
});
const objective = anObjective({ rpoOf: { instance: 60 } });

describe('persistence/log-off', () => {
  it('asks for the log where 15 min are more than may be lost', () => {
    const [finding] = findingsOf(persistenceLogOff, aRedis({ persistence }), {
      objective,
    });
    expect(finding).toMatchObject({ severity: 'warning', ceiling: 'at-risk' });
    expect(finding.message).toContain('15 min');
  });

  it('leaves it to a replica that is no further behind', () => {
    const [finding] = findingsOf(
      persistenceLogOff,
      aRedis({
        persistence,
        desiredInstances: observed(2),
        instances: [anInstance(1), anInstance(2)],
      }),
      { objective },
    );
    expect(finding.severity).toBe('info');
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing to say where snapshots are enough, or the log is on', () => {
    expect(findingsOf(persistenceLogOff, aRedis({ persistence }))).toEqual([]);
    expect(findingsOf(persistenceLogOff, aRedis(), { objective })).toEqual([]);
    expect(findingsOf(persistenceLogOff, {}, { objective })).toEqual([]);
  });
});
