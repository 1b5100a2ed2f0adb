import { Instance } from '../../model';
import { aDatabase, anInstance, observed } from '../__testUtils__/aDatabase';
import { survivorsOf } from './survivorsOf';

/** A Redis Cluster of two shards, whose primaries are 1 and 3, on as many nodes as it has instances unless told otherwise. */
function aCluster(overrides: Record<number, Partial<Instance>> = {}) {
  const shards = ['a', 'a', 'b', 'b'];
  return aDatabase({
    shards: observed(2),
    instances: shards.map((shard, index) =>
      anInstance(index + 1, {
        role: index % 2 === 0 ? 'primary' : 'replica',
        shard,
        ...overrides[index + 1],
      }),
    ),
  });
}

function left(overrides?: Record<number, Partial<Instance>>) {
  return survivorsOf({ database: aCluster(overrides), lost: 'node' }).replica;
}

describe('survivors of a database of several shards', () => {
  it('are there when each shard has a replica elsewhere', () => {
    expect(left()).toBe(true);
  });

  it('do not count the primaries of other shards', () => {
    expect(left({ 2: { ready: observed(false) } })).toBe(false);
    expect(left({ 4: { node: observed('node-3') } })).toBe(false);
  });

  it('cannot be told while nobody says which shard a replica belongs to', () => {
    expect(left({ 2: { shard: undefined } })).toBeUndefined();
  });

  it('cannot be told while a primary is not known', () => {
    expect(left({ 3: { role: 'unknown' } })).toBeUndefined();
    const database = aCluster();
    expect(
      survivorsOf({
        database: { ...database, instances: database.instances.slice(0, 2) },
        lost: 'node',
      }).replica,
    ).toBeUndefined();
  });
});

describe('survivors of a database that is asked for one instance', () => {
  const told = (instances: Instance[]) =>
    survivorsOf({
      database: aDatabase({
        desiredInstances: observed(1),
        readyInstances: undefined,
        nodesUsed: undefined,
        instances,
      }),
      lost: 'node',
    }).replica;
  const primary = anInstance(1, { node: undefined });

  it('are none', () => {
    expect(told([primary])).toBe(false);
    expect(told([])).toBe(false);
    expect(
      told([
        primary,
        anInstance(2, { node: undefined, ready: observed(false) }),
      ]),
    ).toBe(false);
  });

  it('cannot be told while more of them run, nobody knows where', () => {
    expect(told([primary, anInstance(2, { node: undefined })])).toBeUndefined();
  });
});
