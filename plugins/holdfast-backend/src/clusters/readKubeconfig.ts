import { KubeConfig } from '@kubernetes/client-node';
import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { ClusterEntry } from './ClusterEntry';
import { KubeconfigCredentials } from './KubeconfigCredentials';
import { UndiciConnection } from './UndiciConnection';

const FIELD = 'holdfast.kubeconfig';

/**
 * The clusters of `holdfast.kubeconfig`, named after their contexts.
 */
export function readKubeconfig(config: Config): ClusterEntry[] {
  const section = config.getOptionalConfig(FIELD);
  if (!section) {
    return [];
  }
  const problem = (name: string, field: string, message: string) => ({
    name,
    problem: { field, message },
  });

  let file: string;
  let contexts: string[] | undefined;
  let kubeconfig: KubeConfig;
  try {
    file = section.getString('file');
    contexts = section.getOptionalStringArray('contexts');
  } catch (error) {
    return [problem(FIELD, FIELD, stringifyError(error))];
  }
  try {
    kubeconfig = load(file);
  } catch (error) {
    return [
      problem(
        FIELD,
        `${FIELD}.file`,
        `'${file}' cannot be read as a kubeconfig: ${stringifyError(error)}`,
      ),
    ];
  }

  const names = contexts ?? oneContextPerCluster(kubeconfig);
  return names.map((name, index): ClusterEntry => {
    const field = contexts ? `${FIELD}.contexts[${index}]` : `${FIELD}.file`;
    const context = kubeconfig.getContextObject(name);
    if (!context) {
      const known = kubeconfig.getContexts().map(each => each.name);
      return problem(
        name,
        field,
        `'${file}' has no context '${name}'; there are: ${known.join(', ')}`,
      );
    }
    const cluster = kubeconfig.getCluster(context.cluster);
    if (!cluster || !URL.canParse(cluster.server)) {
      return problem(
        name,
        field,
        `Context '${name}' of '${file}' needs a cluster '${context.cluster}' with the URL of its server`,
      );
    }
    if (!kubeconfig.getUser(context.user)) {
      return problem(
        name,
        field,
        `Context '${name}' of '${file}' needs a user '${context.user}'`,
      );
    }
    if (cluster.proxyUrl && !/^https?:/.test(cluster.proxyUrl)) {
      return problem(
        name,
        field,
        `The proxy-url '${cluster.proxyUrl}' of context '${name}' has to be one of http or https`,
      );
    }
    return {
      name,
      connection: UndiciConnection.create({
        name,
        url: cluster.server,
        proxy: cluster.proxyUrl,
        credentials: KubeconfigCredentials.create({
          load: () => load(file, name),
        }),
      }),
    };
  });
}

function load(file: string, context?: string): KubeConfig {
  const kubeconfig = new KubeConfig();
  // Contexts that lack something are told of one by one, and do not keep the others from being used.
  kubeconfig.loadFromFile(file, { onInvalidEntry: 'filter' });
  if (context) {
    kubeconfig.setCurrentContext(context);
  }
  allowPlainHttp(kubeconfig);
  return kubeconfig;
}

/** The client refuses plain HTTP unless TLS is not verified; without TLS there is nothing to verify. */
function allowPlainHttp(kubeconfig: KubeConfig): void {
  kubeconfig.clusters = kubeconfig.clusters.map(cluster =>
    cluster.server.startsWith('http:')
      ? { ...cluster, skipTLSVerify: true }
      : cluster,
  );
}

/** Several contexts may lead to one cluster, whose databases should not be there twice. */
function oneContextPerCluster(kubeconfig: KubeConfig): string[] {
  const current = kubeconfig.getContextObject(kubeconfig.getCurrentContext());
  const contexts = new Map<string, string>();
  for (const { name, cluster } of [
    ...(current ? [current] : []),
    ...kubeconfig.getContexts(),
  ]) {
    if (!contexts.has(cluster)) {
      contexts.set(cluster, name);
    }
  }
  return [...contexts.values()];
}
