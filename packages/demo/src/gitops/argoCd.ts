import { InputError } from '@backstage/errors';
import { fieldAt, listAt, textAt } from '../operator/fields';
import { Delivery } from './Delivery';
import { checkSource, GitOpsDocument } from './GitOpsDocument';

/** Fields of a source that change what is rendered, and that the demo does not know. */
const unknownRendering = ['chart', 'helm', 'kustomize', 'plugin', 'directory'];

/** What Argo CD calls the cluster that it runs in itself. */
export const ARGO_CD_ITSELF = ['in-cluster', 'https://kubernetes.default.svc'];

/** Deletes the objects of an Application with it (Argo CD, "App Deletion"). */
const CASCADING_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/**
 * What an Argo CD Application asks for (`argoproj.io/v1alpha1`, Argo CD 3.5).
 *
 * @throws InputError naming the field that keeps it from being delivered
 */
export function readArgoApplication(
  { file, content }: GitOpsDocument,
  { repository }: { repository: string },
): Delivery {
  const spec = fieldAt(content, 'spec');
  const source = fieldAt(spec, 'source');
  if (fieldAt(spec, 'sources') !== undefined) {
    throw new InputError(
      'spec.sources is set; the demo takes one source, spec.source',
    );
  }
  const unknown = unknownRendering.find(
    field => fieldAt(source, field) !== undefined,
  );
  if (unknown) {
    throw new InputError(
      `spec.source.${unknown} is set; the demo renders a folder with kustomize and nothing else`,
    );
  }
  checkSource('spec.source.repoURL', textAt(source, 'repoURL'), repository);
  const path = textAt(source, 'path');
  if (!path) throw new InputError('spec.source.path is missing');
  const destination = fieldAt(spec, 'destination');
  const cluster = textAt(destination, 'name') ?? textAt(destination, 'server');
  if (!cluster) {
    throw new InputError('spec.destination.name and .server are both missing');
  }
  const automated = fieldAt(spec, 'syncPolicy', 'automated');
  if (!automated || fieldAt(automated, 'enabled') === false) {
    throw new InputError(
      'spec.syncPolicy.automated is missing or switched off, so it waits for a sync by hand',
    );
  }
  const revision = textAt(source, 'targetRevision');
  const options = listAt(spec, 'syncPolicy', 'syncOptions');
  return {
    tool: 'argo-cd',
    name: textAt(content, 'metadata', 'name') ?? '',
    file,
    revision: revision === 'HEAD' ? undefined : revision,
    path,
    cluster,
    namespace: textAt(destination, 'namespace'),
    createsNamespace: options.includes('CreateNamespace=true'),
    prunes: fieldAt(automated, 'prune') === true,
    cascades: listAt(content, 'metadata', 'finalizers').some(finalizer =>
      String(finalizer).startsWith(CASCADING_FINALIZER),
    ),
  };
}
