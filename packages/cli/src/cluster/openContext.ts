import { InputError, isError } from '@backstage/errors';
import { reasonOf } from '../input/readBytes';
import { ApiServer } from './ApiServer';

/**
 * Opens a context of a kubeconfig: the file that is named, else those of `KUBECONFIG`, else the one in the home folder.
 *
 * @throws InputError when there is no such file or context, or when something is missing in it
 */
export async function openContext(options: {
  file?: string;
  /** Default: the current one. */
  context?: string;
}): Promise<{ name: string; server: ApiServer }> {
  // Half of the time to start would go to a client that most do not need.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const { file } = options;
  const where = file ?? 'the kubeconfig';
  const kubeconfig = new KubeConfig();
  // Contexts that lack something do not keep the others from being used.
  const lenient = { onInvalidEntry: 'filter' } as const;
  try {
    if (file === undefined) kubeconfig.loadFromDefault(lenient);
    else kubeconfig.loadFromFile(file, lenient);
  } catch (error) {
    // What the parser says quotes the file, and that may be a token.
    const why =
      isError(error) && 'code' in error
        ? reasonOf(error)
        : 'it is no YAML, or lacks what a kubeconfig has';
    throw new InputError(`${where} cannot be read as a kubeconfig: ${why}`);
  }
  // What the client makes up where it finds nothing.
  if (file === undefined && kubeconfig.getContextObject('loaded-context')) {
    throw new InputError(
      'there is no kubeconfig: name one with --kubeconfig, or in KUBECONFIG',
    );
  }
  const name = options.context ?? kubeconfig.getCurrentContext();
  const context = kubeconfig.getContextObject(name);
  if (!context) {
    const known = kubeconfig.getContexts().map(each => `'${each.name}'`);
    throw new InputError(
      name
        ? `${where} has no context '${name}'; there are: ${
            known.join(', ') || 'none'
          }`
        : `${where} has no current context: name one with --context`,
    );
  }
  kubeconfig.setCurrentContext(name);
  const cluster = kubeconfig.getCluster(context.cluster);
  if (!cluster || !URL.canParse(cluster.server)) {
    throw new InputError(
      `context '${name}' of ${where} needs a cluster '${context.cluster}' with the URL of its server`,
    );
  }
  // The client refuses plain HTTP unless TLS is not verified; without TLS there is nothing to verify.
  kubeconfig.clusters = kubeconfig.clusters.map(each =>
    each.server.startsWith('http:') ? { ...each, skipTLSVerify: true } : each,
  );
  return {
    name,
    server: ApiServer.create({ kubeconfig, url: cluster.server }),
  };
}
