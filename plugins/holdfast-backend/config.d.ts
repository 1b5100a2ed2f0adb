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
  };
}
