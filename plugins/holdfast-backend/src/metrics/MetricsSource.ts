import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Stands for the name of the cluster in the values of labels. */
export const CLUSTER_PLACEHOLDER = '{cluster}';

/**
 * Where the metrics of some clusters are asked for.
 */
export interface MetricsSource {
  clusters: string[];
  /** Base of the Prometheus HTTP API, without `/api/v1`. */
  url: string;
  /** Matchers that are added to every selector; `{cluster}` stands for the name of the cluster. */
  labels: Record<string, string>;
  /** Value of the Authorization header. */
  authorization?: string;
}

/**
 * Reads `holdfast.metrics`.
 *
 * @throws InputError that names the key, its value and what would be right.
 */
export function readMetricsSources(config: Config): MetricsSource[] {
  const sources = config.getOptionalConfigArray('holdfast.metrics') ?? [];
  const seen = new Map<string, number>();
  return sources.map((source, index) => {
    const key = `holdfast.metrics[${index}]`;
    const clusters = source.getStringArray('clusters');
    for (const cluster of clusters) {
      const other = seen.get(cluster);
      if (other !== undefined) {
        throw new InputError(
          `Configuration ${key}.clusters names '${cluster}', which holdfast.metrics[${other}] does, too; one source has to answer for a cluster`,
        );
      }
      seen.set(cluster, index);
    }
    return {
      clusters,
      url: readUrl(source, key),
      labels: readLabels(source, { key, clusters }),
      authorization: readAuthorization(source),
    };
  });
}

/** Databases of one name in several clusters are told apart by a label only: without it, one is judged by what another does. */
function readLabels(
  source: Config,
  { key, clusters }: { key: string; clusters: readonly string[] },
): Record<string, string> {
  const labels = Object.fromEntries(
    (source.getOptionalConfig('labels')?.keys() ?? []).map(name => [
      name,
      source.getConfig('labels').getString(name),
    ]),
  );
  const tellsApart = Object.values(labels).some(value =>
    value.includes(CLUSTER_PLACEHOLDER),
  );
  if (clusters.length > 1 && !tellsApart) {
    throw new InputError(
      `Configuration ${key}.labels is ${JSON.stringify(labels)}, but ${
        clusters.length
      } clusters share the source; it has to tell their series apart, such as {"kubernetes_cluster": "${CLUSTER_PLACEHOLDER}"}`,
    );
  }
  return labels;
}

function readUrl(source: Config, key: string): string {
  const url = source.getString('url');
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new InputError(
      `Configuration ${key}.url is '${url}', which is not an address; it has to be one such as 'https://prometheus.example.com'`,
    );
  }
  return url.replace(/\/+$/, '');
}

function readAuthorization(source: Config): string | undefined {
  const auth = source.getOptionalConfig('auth');
  if (!auth) {
    return undefined;
  }
  const token = auth.getOptionalString('token');
  if (token) {
    return `Bearer ${token}`;
  }
  const pair = `${auth.getString('username')}:${auth.getString('password')}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
