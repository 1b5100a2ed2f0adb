import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readFactsLinkedTo } from '../database/operations/facts/readFactsLinkedTo';
import { Change, Root } from './Inventory';

/** As deep as facts are gathered, and one more for the root that they are gathered for. */
const MAX_DEPTH = 5;

/**
 * Finds the databases that changes of facts have to do with, which is {@link gatherRelatedFacts} the other way round.
 */
export async function findAffectedRoots(
  knex: Knex,
  options: { changes: readonly Change[]; rootKinds: ReadonlySet<string> },
): Promise<Root[]> {
  const byCluster = new Map<string, Change[]>();
  for (const change of options.changes) {
    const changes = byCluster.get(change.cluster) ?? [];
    changes.push(change);
    byCluster.set(change.cluster, changes);
  }

  const affected: Root[] = [];
  for (const [cluster, changes] of byCluster) {
    const keys = new Set<FactKey>();
    const followed = new Set<FactKey>();
    let fresh: Array<{ key: FactKey; subjects: readonly FactKey[] }> = changes;
    for (let depth = 0; depth < MAX_DEPTH && fresh.length; depth++) {
      const subjects = new Set<FactKey>();
      for (const fact of fresh) {
        followed.add(fact.key);
        keys.add(fact.key);
        for (const subject of fact.subjects) {
          subjects.add(subject);
          keys.add(subject);
        }
      }
      const needing = await readFactsLinkedTo(knex, {
        cluster,
        relation: 'need',
        targets: fresh.map(fact => fact.key),
      });
      const collecting = await readFactsLinkedTo(knex, {
        cluster,
        relation: 'collect',
        targets: [...subjects],
      });
      fresh = [...needing, ...collecting]
        .map(({ fact }) => fact)
        .filter(({ key }) => !followed.has(key));
    }
    for (const key of keys) {
      if (options.rootKinds.has(key.slice(0, key.indexOf('/')))) {
        affected.push({ cluster, key });
      }
    }
  }
  return affected;
}
