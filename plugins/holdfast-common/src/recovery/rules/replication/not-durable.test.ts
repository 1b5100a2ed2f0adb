import { SynchronousReplication } from '../../../model';
import { observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { replicationNotDurable } from './not-durable';

const objective = anObjective({ rpoOf: { instance: 0 } });

function synchronous(value: SynchronousReplication) {
  return { synchronous: { ...observed('.spec.postgresql'), value } };
}

// CloudNativePG, docs/src/replication.md: only dataDurability `required` guarantees that no acknowledged commit is lost.
describe('replication/not-durable', () => {
  it.each([
    ['asynchronous', {}, 'replication is asynchronous'],
    [
      'preferred',
      synchronous({ number: 1, durability: 'preferred' }),
      'only preferred',
    ],
    [
      'required of nobody',
      synchronous({ number: 0, durability: 'required' }),
      'only preferred',
    ],
  ])('asks for more than %s', (_, overrides, words) => {
    const [finding] = findingsOf(replicationNotDurable, overrides, {
      objective,
    });
    expect(finding.ceiling).toBe('at-risk');
    expect(finding.message).toContain(words);
  });

  it('is content with required', () => {
    expect(
      findingsOf(
        replicationNotDurable,
        synchronous({ number: 1, durability: 'required' }),
        { objective },
      ),
    ).toEqual([]);
  });

  it('asks nothing where something may be lost', () => {
    expect(findingsOf(replicationNotDurable)).toEqual([]);
  });
});
