import { ProofCluster, StoreAddress } from './ProofCluster';

/** What has to be named of a cluster that was not booted for the proof. */
export interface GivenClusterOptions {
  kubeconfig: string;
  context?: string;
  image: string;
  storageClass: string;
  store: StoreAddress;
  prometheus?: string;
}

/** A cluster that somebody named on the command line. Nothing is installed there, and nothing of it is broken. */
export class GivenCluster implements ProofCluster {
  readonly title = 'a cluster by kubeconfig';
  readonly limits = [];
  readonly remains = true;
  readonly kubeconfig: string;
  readonly context?: string;
  readonly image: string;
  readonly storageClass: string;
  readonly store: StoreAddress;
  readonly prometheus?: string;

  static create(options: GivenClusterOptions): GivenCluster {
    return new GivenCluster(options);
  }

  private constructor(options: GivenClusterOptions) {
    this.kubeconfig = options.kubeconfig;
    this.context = options.context;
    this.image = options.image;
    this.storageClass = options.storageClass;
    this.store = options.store;
    this.prometheus = options.prometheus;
  }

  async close(): Promise<void> {
    // It was there before.
  }
}
