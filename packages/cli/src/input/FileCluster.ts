import { PlacedObject, UnreadKind } from '@holdfast/plugin-holdfast-node';

/**
 * Objects from files that are deployed to one cluster.
 */
export interface FileCluster {
  /** The folder that is deployed to it. Absent: nothing tells it from other clusters. */
  name?: string;
  /** By key. */
  objects: ReadonlyMap<string, PlacedObject>;
  listedKinds: ReadonlySet<string>;
  unread: readonly UnreadKind[];
  /** What occurs again under a key of {@link FileCluster.objects}, in the order of the input. */
  repeated: readonly PlacedObject[];
}
