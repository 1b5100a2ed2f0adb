import { Observed } from './Evidence';

/**
 * What brings an object to the cluster, by the marks that it leaves on it.
 *
 * @public
 */
export interface Delivery {
  tool: 'argo-cd' | 'flux-kustomization' | 'flux-helm-release' | 'helm';
  /** The Application, Kustomization, HelmRelease or release, with its namespace where that is marked: `argocd/shop`. */
  by: Observed<string>;
  /**
   * What it does of its own accord with an object that is not in its source any more. `deletes`: it deletes it; `asks`: once somebody
   * says so; `keeps`: nothing. Absent: its own object was not read.
   */
  prunes?: Observed<'deletes' | 'asks' | 'keeps'>;
}

/**
 * Who decides whether an object is there: whose deletion takes it along, who brings it and takes it away, and what was said against that.
 *
 * @public
 */
export interface Custody {
  /** Objects whose deletion takes it along, by the garbage collector of Kubernetes. */
  owners: Observed<{ kind: string; name: string; controller: boolean }>[];
  /** What has to let it go before it is gone. */
  finalizers: Observed<string>[];
  delivery?: Delivery;
  /** What its own marks say about its leaving the source: they win over {@link Delivery.prunes}. */
  whenRemoved?: Observed<'asks' | 'keeps'>;
  /** That the tool deletes it and makes it anew at each sync, as it does with hooks. */
  recreated?: Observed<string>;
  /** What its operator does with its claims when it is deleted, where no owner reference of theirs decides. Engines fill it in. */
  claims?: Observed<'deletes' | 'keeps'>;
}
