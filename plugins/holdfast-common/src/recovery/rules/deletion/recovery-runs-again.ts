import { describeDelivery } from '../../deletion/describeDelivery';
import { Rule } from '../../Rule';

/**
 * The `bootstrap` section of CloudNativePG is read when a Cluster is created and never again (docs/src/bootstrap.md); mariadb-operator's
 * `bootstrapFrom` likewise. A case of it, with the guard that was chosen: KBVE/kbve, pull request 12978.
 */
export const recoveryRunsAgain: Rule = {
  id: 'deletion/recovery-runs-again',
  title: 'Restore that would run again',
  description:
    'The manifest in Git still says that the database is to be restored from a recovery point: created anew, it would come back as it was then, and nothing would look wrong.',
  judges: 'facts',
  evaluate({ database }) {
    const { custody, restoredFrom, restoreCopy, role } = database;
    const { delivery } = custody ?? {};
    if (!restoredFrom || !delivery || restoreCopy) return undefined;
    // One that follows another has to begin as its copy, whenever it is made.
    if (role.value === 'replica-cluster') return undefined;
    const kept = custody?.whenRemoved?.value === 'keeps';
    return {
      rule: this.id,
      // Nothing that happens in Git brings it about then, and a deletion by hand still does.
      severity: kept ? 'info' : 'warning',
      message: `${describeDelivery(
        delivery,
      )} would create the database anew from ${
        restoredFrom.value
      }, as it was when it was restored, and the changes since then would be missing without an error.`,
      evidence: [restoredFrom.evidence, delivery.by.evidence],
      remedy:
        'Once the database runs, take the recovery out of its manifest: it is read only at creation. Where it has to be made anew, point it at its own newest backup.',
    };
  },
};
