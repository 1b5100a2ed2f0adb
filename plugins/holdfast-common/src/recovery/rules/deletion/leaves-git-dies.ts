import { blastRadius } from '../../deletion/blastRadius';
import { describeDelivery } from '../../deletion/describeDelivery';
import { Rule } from '../../Rule';

/**
 * Argo CD, docs/user-guide/auto_sync.md ("Automatic Pruning") and sync-options.md ("No Prune Resources"); Flux,
 * docs/spec/v1/kustomizations.md ("Prune"); the reclaim policies of Kubernetes.
 */
export const leavesGitDies: Rule = {
  id: 'deletion/leaves-git-dies',
  title: 'Data dies when the manifest leaves Git',
  description:
    'What brings the database from Git deletes it when its manifest is moved, renamed or removed, and its volumes go with it: nothing asks in between.',
  judges: 'facts',
  evaluate({ database, usable }) {
    const { custody } = database;
    if (!custody?.delivery) return undefined;
    const { bytes } = blastRadius(database, 'leaves-git');
    const data = bytes.filter(({ role }) => role === 'data');
    const lost = data.filter(({ fate }) => fate === 'dies');
    // Each instance has a copy of its own: one that stays is enough.
    if (lost.length === 0 || lost.length < data.length) return undefined;
    const safe = new Set(
      bytes.flatMap(({ fate, storeId }) =>
        storeId !== undefined && fate === 'stays' ? storeId : [],
      ),
    );
    const restorable = usable.points.some(
      ({ storeId }) => storeId !== undefined && safe.has(storeId),
    );
    const volumes =
      lost.length === 1 ? 'its volume' : `its ${lost.length} volumes`;
    return {
      rule: this.id,
      severity: restorable ? 'warning' : 'critical',
      message: `${describeDelivery(
        custody.delivery,
      )} deletes the database as soon as its manifest leaves Git, and ${volumes} with it, without asking. ${
        restorable
          ? 'Its backups stay, and would have to be restored.'
          : 'No backup that could be restored is known to stay.'
      }`,
      evidence: lost[0].steps.flatMap(({ evidence }) => evidence),
      remedy: remedyOf(custody.delivery.tool),
    };
  },
};

function remedyOf(tool: string): string {
  const retain =
    'and set the reclaim policy of its volumes to Retain (their class decides for new ones)';
  switch (tool) {
    case 'argo-cd':
      return `Annotate it with argocd.argoproj.io/sync-options: Prune=confirm,Delete=confirm, ${retain}.`;
    case 'flux-kustomization':
      return `Annotate it with kustomize.toolkit.fluxcd.io/prune: disabled, ${retain}.`;
    default:
      return `Annotate it with helm.sh/resource-policy: keep, ${retain}.`;
  }
}
