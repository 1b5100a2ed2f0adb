import { ProofCluster, StoreAddress } from './ProofCluster';

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

  static create(options: {
    kubeconfig: string;
    context?: string;
    image: string;
    storageClass: string;
    store: StoreAddress;
    prometheus?: string;
  }): GivenCluster {
    return new GivenCluster(options);
  }

  private constructor(options: {
    kubeconfig: string;
    context?: string;
    image: string;
    storageClass: string;
    store: StoreAddress;
    prometheus?: string;
  }) {
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
