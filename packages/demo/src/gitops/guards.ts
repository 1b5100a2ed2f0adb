import { KubernetesObject } from '../kubernetes';

const FLUX_PRUNE = 'kustomize.toolkit.fluxcd.io/prune';
const ARGO_OPTIONS = 'argocd.argoproj.io/sync-options';

/**
 * The mark on an object that keeps it when it leaves Git (`prune`), or when what delivers it does (`delete`); `undefined` where nothing keeps it.
 * Argo CD has an option for each ("Sync Options" in its documentation), Flux one for both.
 */
export function guardOf(
  { metadata }: KubernetesObject,
  occasion: 'prune' | 'delete',
): string | undefined {
  const { annotations = {}, labels = {} } = metadata;
  if ((annotations[FLUX_PRUNE] ?? labels[FLUX_PRUNE]) === 'disabled') {
    return `${FLUX_PRUNE}: disabled`;
  }
  const wanted = occasion === 'prune' ? 'Prune=false' : 'Delete=false';
  const options = (annotations[ARGO_OPTIONS] ?? '')
    .split(',')
    .map(option => option.trim());
  return options.includes(wanted) ? `${ARGO_OPTIONS}: ${wanted}` : undefined;
}

/** In which wave of a sync an object comes; 0 by default. */
export function waveOf({ metadata }: KubernetesObject): number {
  const wave = Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']);
  return Number.isInteger(wave) ? wave : 0;
}
