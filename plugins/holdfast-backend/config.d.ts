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
     * The most that one database may ask for in the form. What is left out is not limited. Sizes and resources are those of each instance.
     */
    quota?: {
      instances?: number;
      /** `8`, `500m` */
      cpu?: string | number;
      /** `32Gi` */
      memory?: string | number;
      /** `1Ti` */
      dataSize?: string | number;
      /** `100Gi` */
      walSize?: string | number;
    };

    /**
     * Where clusters are, for their prices. What is left out is told by the labels and provider IDs of the nodes and by the drivers of the
     * storage classes.
     */
    places?: Array<{
      /** Name of the cluster. */
      cluster: string;
      /** `aws`, `azure`, `gcp`, `on-premises`, or a provider of `prices.books`. */
      provider?: string;
      /** `eu-west-1` */
      region?: string;
    }>;

    /**
     * Prices beside or in place of the list prices that are shipped, as docs/prices.md describes them. What cannot be read is reported in the
     * log by field and value, has no price, and stops nothing.
     */
    prices?: {
      /** Of all amounts, by ISO 4217. Default: `USD`. */
      currency?: string;
      /** What one unit of a currency is in `currency`. Prices in a currency without a rate are unpriced. */
      exchangeRates?: object;
      /** Age from which on prices are marked as old. Default: `365d`. */
      maxAge?: string;
      /** `{provider, kind, product, region, percent}`; the first that fits holds. */
      discounts?: object[];
      /** `{provider, region, like, factor}`: regions whose prices are those of another one. */
      regions?: object[];
      /** `{name, cluster, region, capacity, iops, throughput, snapshot, ...}`: what storage classes cost in a month. */
      storageClasses?: object[];
      /** What a volume costs that has no other price. */
      fallback?: object;
      /** Prices in the format of the books that are shipped. */
      books?: object[];
    };

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
