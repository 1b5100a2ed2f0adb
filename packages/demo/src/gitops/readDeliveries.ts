import { InputError } from '@backstage/errors';
import { fieldAt, textAt } from '../operator/fields';
import { readArgoApplication } from './argoCd';
import { BlockedDelivery, Delivery } from './Delivery';
import { readFluxKustomization } from './flux';
import { GitOpsDocument } from './GitOpsDocument';

/** What a repository asks to be delivered. */
export interface Deliveries {
  ready: Delivery[];
  blocked: BlockedDelivery[];
  /** What could not be read; with any of these it is not known what else there is. */
  problems: string[];
}

/**
 * Reads the Argo CD Applications and Flux Kustomizations among some objects.
 *
 * @param repository - `owner/name`, which they have to name as their source
 */
export function readDeliveries(
  documents: readonly GitOpsDocument[],
  repository: string,
): Pick<Deliveries, 'ready' | 'blocked'> {
  const ready: Delivery[] = [];
  const blocked: BlockedDelivery[] = [];
  for (const document of documents) {
    const tool = toolOf(document.content);
    if (!tool) continue;
    const { file, content } = document;
    const name = textAt(content, 'metadata', 'name') ?? '';
    try {
      const read =
        tool === 'argo-cd' ? readArgoApplication : readFluxKustomization;
      ready.push(read(document, { repository, documents }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      blocked.push({ tool, name, file, problem: error.message });
    }
  }
  return { ready, blocked };
}

function toolOf(content: unknown): Delivery['tool'] | undefined {
  const apiVersion = String(fieldAt(content, 'apiVersion'));
  const kind = fieldAt(content, 'kind');
  if (kind === 'Application' && apiVersion.startsWith('argoproj.io/')) {
    return 'argo-cd';
  }
  return kind === 'Kustomization' &&
    apiVersion.startsWith('kustomize.toolkit.fluxcd.io/')
    ? 'flux'
    : undefined;
}
