/** Where base backups and WAL go, as the overlay says it. */
export interface StoreAddress {
  endpoint: string;
  /** Such as `s3://backups/`. */
  destinationPath: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** A real cluster with the operator and the plugin on it. */
export interface ProofCluster {
  /** A kubeconfig whose current context is the cluster. */
  readonly kubeconfig: string;
  readonly context?: string;
  readonly image: string;
  readonly storageClass: string;
  readonly store: StoreAddress;
  /** Prometheus with the metrics of the databases; without it the attained RPO is bounded, not measured. */
  readonly prometheus?: string;
  /** Breaks the object store and mends it again; undefined where that is not ours to do. */
  readonly breakStore?: {
    down(): Promise<void>;
    up(): Promise<void>;
  };
  /** What it is, in a few words: for the documentation of the figures. */
  readonly title: string;
  /** What a proof there leaves open, a sentence each. */
  readonly limits: readonly string[];
  /** Whether it goes on after the proof, so that what was applied has to be taken away. */
  readonly remains: boolean;
  /** Ends what was begun for the proof, and leaves what was there before. */
  close(): Promise<void>;
}
