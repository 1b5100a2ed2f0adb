import { Custody } from '../../model';

/** What brings the object of a database to its cluster: `The Argo CD Application shop`. */
export function describeDelivery({
  tool,
  by,
}: NonNullable<Custody['delivery']>): string {
  const tools = {
    'argo-cd': 'Argo CD Application',
    'flux-kustomization': 'Flux Kustomization',
    'flux-helm-release': 'Flux HelmRelease',
    helm: 'Helm release',
  };
  return `The ${tools[tool]} ${by.value}`;
}
