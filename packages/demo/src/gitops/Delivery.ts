/** What an Argo CD Application or a Flux Kustomization asks for: a folder of a repository, brought to a cluster. */
export interface Delivery {
  tool: 'argo-cd' | 'flux';
  name: string;
  /** Where it stands in the repository. */
  file: string;
  /** The branch, tag or commit to take; the default branch by default. */
  revision?: string;
  /** The folder to render. */
  path: string;
  cluster: string;
  /** Of objects that name none. */
  namespace?: string;
  /** Of all objects, whatever they name (`targetNamespace` of Flux). */
  forcedNamespace?: string;
  /** Whether the namespace is made where it is missing. */
  createsNamespace: boolean;
  /** Whether objects that leave the folder are deleted. */
  prunes: boolean;
  /** Whether its objects are deleted when it leaves the repository itself. */
  cascades: boolean;
}

/** What stands in the way of a delivery: it is there, and cannot or shall not be carried out. */
export interface BlockedDelivery {
  tool: Delivery['tool'];
  name: string;
  file: string;
  problem: string;
}

/** Names a delivery within its repository. Each cluster has a Flux of its own; an Argo CD knows one Application of a name. */
export function deliveryId(delivery: {
  tool: string;
  name: string;
  file: string;
}): string {
  const { tool, name, file } = delivery;
  return tool === 'flux'
    ? `${tool}/${file.split('/')[1]}/${name}`
    : `${tool}/${name}`;
}
