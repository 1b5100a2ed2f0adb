import { BackupStore } from '../../../model';
import { describeStore } from '../../describe';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** Backups that cannot be reached may be there, or gone. */
export const storeUnavailable: Rule = {
  id: 'store/unavailable',
  title: 'Store cannot be reached',
  description:
    'The operator of a backup store cannot reach it: no backup can be taken or restored, and whether those in it are still there cannot be told.',
  judges: 'facts',
  evaluate({ database, usable }) {
    const down = new Set<string | undefined>();
    const stores: BackupStore[] = [];
    for (const store of database.stores) {
      if (!store.inUse || store.available?.value !== false) continue;
      down.add(store.id);
      // One place that is written to in several ways is told of once.
      const isTold = stores.some(
        ({ definedBy }) =>
          definedBy.name === store.definedBy.name &&
          definedBy.namespace === store.definedBy.namespace,
      );
      if (!isTold) stores.push(store);
    }
    if (stores.length === 0) return undefined;
    const isElsewhere = usable.points.some(({ storeId }) => !down.has(storeId));
    return stores.map(
      (store): Finding => ({
        rule: this.id,
        severity: 'critical',
        message: `${describeStore(
          store,
        )} cannot be reached: no backup can be taken there, and none restored. ${
          isElsewhere
            ? 'Other backups lie elsewhere.'
            : 'Whether those in it are still there cannot be told.'
        }`,
        evidence: store.available ? [store.available.evidence] : [],
        ceiling: isElsewhere ? 'at-risk' : 'unknown',
        remedy: `Look at the message of ${store.definedBy.kind.split('.')[0]} ${
          store.definedBy.name
        }: the bucket, its credential or the way there has changed.`,
      }),
    );
  },
};
