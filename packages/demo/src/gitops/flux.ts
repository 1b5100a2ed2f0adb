import { InputError } from '@backstage/errors';
import { fieldAt, textAt } from '../operator/fields';
import { Delivery } from './Delivery';
import { checkSource, GITOPS_FOLDER, GitOpsDocument } from './GitOpsDocument';

/** Fields that change what is rendered or where it goes, and that the demo does not know. */
const unknownFields = [
  'postBuild',
  'patches',
  'components',
  'images',
  'kubeConfig',
  'namePrefix',
  'nameSuffix',
];

/**
 * What a Flux Kustomization asks for (`kustomize.toolkit.fluxcd.io/v1`). Flux runs in the cluster that it delivers to, which the object does not
 * name; a repository keeps what each cluster is to follow in a folder with the cluster's name, `gitops/<cluster>/`.
 *
 * @throws InputError naming the field that keeps it from being delivered
 */
export function readFluxKustomization(
  { file, content }: GitOpsDocument,
  options: { repository: string; documents: readonly GitOpsDocument[] },
): Delivery {
  const spec = fieldAt(content, 'spec');
  const [folder, cluster, ...rest] = file.split('/');
  if (folder !== GITOPS_FOLDER || rest.length === 0) {
    throw new InputError(
      `it lies in ${file}; the demo takes its cluster from the folder, ${GITOPS_FOLDER}/<cluster>/`,
    );
  }
  if (fieldAt(spec, 'suspend') === true) {
    throw new InputError('spec.suspend is true, so it waits');
  }
  const unknown = unknownFields.find(
    field => fieldAt(spec, field) !== undefined,
  );
  if (unknown) {
    throw new InputError(
      `spec.${unknown} is set; the demo renders a folder with kustomize and nothing else`,
    );
  }
  const path = textAt(spec, 'path') ?? './';
  const prunes = fieldAt(spec, 'prune') === true;
  const targetNamespace = textAt(spec, 'targetNamespace');
  return {
    tool: 'flux',
    name: textAt(content, 'metadata', 'name') ?? '',
    file,
    revision: revisionOf(spec, { ...options, folder: `${folder}/${cluster}/` }),
    path: path.replace(/^\.\/?/, ''),
    cluster,
    forcedNamespace: targetNamespace,
    createsNamespace: false,
    prunes,
    // By default what was pruned while it was there is deleted with it.
    cascades: deletes(textAt(spec, 'deletionPolicy'), prunes),
  };
}

function deletes(policy: string | undefined, prunes: boolean): boolean {
  if (policy === undefined || policy === 'MirrorPrune') return prunes;
  return policy === 'Delete' || policy === 'WaitForTermination';
}

/** The branch or commit of the GitRepository that it names, in the same cluster's folder. */
function revisionOf(
  spec: unknown,
  options: {
    repository: string;
    documents: readonly GitOpsDocument[];
    folder: string;
  },
): string | undefined {
  const { repository, documents, folder } = options;
  const name = textAt(spec, 'sourceRef', 'name');
  const source = documents.find(
    ({ file, content }) =>
      file.startsWith(folder) &&
      fieldAt(content, 'kind') === 'GitRepository' &&
      textAt(content, 'metadata', 'name') === name,
  );
  if (textAt(spec, 'sourceRef', 'kind') !== 'GitRepository' || !source) {
    throw new InputError(
      `spec.sourceRef names ${
        name ?? 'nothing'
      }; it has to be a GitRepository in ${folder}`,
    );
  }
  const { content } = source;
  const url = textAt(content, 'spec', 'url');
  checkSource('spec.url of the GitRepository', url, repository);
  return (
    textAt(content, 'spec', 'ref', 'commit') ??
    textAt(content, 'spec', 'ref', 'tag') ??
    textAt(content, 'spec', 'ref', 'branch')
  );
}
