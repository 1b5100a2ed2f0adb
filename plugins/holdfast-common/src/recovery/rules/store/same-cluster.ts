import { isInCluster } from '../../backups/isInCluster';
import { describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** A copy beside the original is no backup of it: 3-2-1 asks for one that is kept elsewhere. */
export const storeSameCluster: Rule = {
  id: 'store/same-cluster',
  title: 'Backups in the cluster of their source',
  description:
    'All backups lie in the Kubernetes cluster that the database runs in: who loses the cluster loses both.',
  judges: 'arrangement',
  evaluate({ database }) {
    const inUse = database.stores.filter(store => store.inUse);
    // Snapshots alone may outlive it in the storage of the volumes: that is another question.
    const place = inUse.find(({ inCluster }) => inCluster?.value)?.inCluster;
    if (!place || !inUse.every(isInCluster)) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message: `All backups (${inUse
        .map(describeStore)
        .join(', ')}) lie in the Kubernetes cluster ${
        database.reference.cluster
      }, as the database does: with the cluster, both are lost.`,
      evidence: [place.evidence],
      remedy:
        'Send backups, or a copy of them, to an object store outside of the cluster.',
    };
  },
};
