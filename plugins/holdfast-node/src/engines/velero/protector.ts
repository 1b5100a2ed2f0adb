import { Database, VolumeCoverage } from '@holdfast/plugin-holdfast-common';
import { Protection, Protector } from '../../engine';
import { describeBackup } from './backups';
import { everywhereKey, namespaceKey } from './keys';
import { describeMissing } from './missing';
import { takesNamespace } from './namespaces';
import { Order } from './Order';
import { backups, schedules } from './resources';
import { describeRestores } from './restores';
import { describeSchedule } from './schedules';
import { VeleroStores } from './stores';
import { VeleroFacts } from './VeleroFacts';

/**
 * What Velero does for a database: it backs up the namespace that the database is in, and some or all of the volumes there.
 */
export const protector: Protector = {
  collects: ({ namespace }) =>
    namespace === undefined ? [] : [namespaceKey(namespace), everywhereKey],

  protect(input, database, { reliesOnOthers }): Protection {
    if (keepsNothing(database)) return {};
    const facts = new VeleroFacts(input, database);
    const stores = new VeleroStores(facts);
    const takesThis = (order: Order) => takesNamespace(order, facts.namespace);
    const standing = facts
      .related(schedules)
      .map(fact => new Order(fact, facts.read(fact), ['spec', 'template']))
      .filter(takesThis)
      .map(order => describeSchedule(facts, order, stores));
    const taken = facts
      .related(backups)
      .map(fact => new Order(fact, facts.read(fact), ['spec']))
      .filter(takesThis)
      .map(order => describeBackup(facts, order, stores));

    const coverage = new Map<string, VolumeCoverage[]>();
    for (const result of [...standing, ...taken]) {
      for (const [claim, entry] of result.coverage) {
        const entries = coverage.get(claim);
        if (entries) entries.push(entry);
        else coverage.set(claim, [entry]);
      }
    }
    const isTaken = standing.length > 0 || taken.length > 0;
    const missing = describeMissing(facts, { reliesOnOthers, isTaken });
    if (!isTaken) return missing.length > 0 ? { missing } : {};
    const recoveryPoints = taken.flatMap(({ point }) => point ?? []);
    return {
      stores: stores.all,
      schedules: standing.flatMap(({ schedule }) => schedule ?? []),
      recoveryPoints,
      attempts: taken.flatMap(({ attempt }) => attempt ?? []),
      restores: describeRestores(facts, recoveryPoints),
      missing,
      coverage,
    };
  },
};

/**
 * Whether the data is known to lie on no claim. Velero would take what is in a pod only where somebody asks for each of its volumes by an annotation, and
 * what is on a node never.
 */
function keepsNothing({ persistence, unclaimed }: Database): boolean {
  return (
    unclaimed !== undefined ||
    (persistence !== undefined && persistence.storage.value !== 'claim')
  );
}
