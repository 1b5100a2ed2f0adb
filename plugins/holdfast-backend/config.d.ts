import { HumanDuration } from '@backstage/types';

export interface Config {
  holdfast?: {
    /**
     * The names of the clusters to follow. All that are configured unless given: those that the Kubernetes plugin is configured with
     * (`kubernetes.clusterLocatorMethods` of type `config` or `localKubectlProxy`), `kubeconfig` and `inCluster`.
     */
    clusters?: string[];

    /**
     * Follows clusters of a kubeconfig file. Its exec plugins are run as this process. Clusters are named after their contexts.
     */
    kubeconfig?: {
      /** Path of the file. */
      file: string;
      /** The contexts to follow. One for each cluster of the file unless given. */
      contexts?: string[];
    };

    /**
     * Follows the cluster that this process runs in, by the service account of its pod.
     */
    inCluster?: {
      /** What to call the cluster. */
      name: string;
    };

    /**
     * Entity ref of the owner of databases for which neither a catalog entity nor the object nor its namespace names one.
     */
    defaultOwner?: string;

    /**
     * What databases have to attain. What is stated nearer to a database, by annotations in the catalog, goes before it.
     */
    objectives?: {
      /**
       * The tier of databases for which none is stated. Default: `none`.
       */
      defaultTier?: string;

      /**
       * Named sets of objectives that `holdfast.io/tier` asks for; `gold`, `silver`, `bronze` and `none` are there without being
       * configured. Keys are those of the annotations: `rpo`, `rto`, `rpo.instance`, `.zone`, `.region`, `.data`, `rto....`,
       * `retention`, `drill-interval`; values are durations such as `5m`, `7d` or `PT5M`. What is left out of a tier that is there
       * already stays as it is.
       */
      tiers?: {
        [tier: string]: { [objective: string]: string };
      };
    };

    /**
     * Where the metrics of clusters are asked for: Prometheus, or what speaks its HTTP API. Without metrics, what only they can tell
     * (the measured RPO, how full a volume is) is bounded or left out.
     */
    metrics?: Array<{
      /** Names of the clusters that it has the metrics of. */
      clusters: string[];

      /** Base address, without `/api/v1`. */
      url: string;

      /**
       * Label matchers that tell one cluster's series from another's, needed where a source has several; they are added to every
       * selector. `{cluster}` stands for the name of the cluster. The label `cluster` does not do: CloudNativePG names databases by it.
       */
      labels?: { [label: string]: string };

      /** A token, or a user name with a password. */
      auth?: {
        /**
         * Sent as bearer token.
         * @visibility secret
         */
        token?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
      };
    }>;

    /**
     * How often metrics are asked for. Default: 30 s.
     */
    metricsInterval?: HumanDuration | string;

    /**
     * How long it is remembered when verdicts changed. Default: 400 days.
     */
    historyRetention?: HumanDuration | string;
  };
}
