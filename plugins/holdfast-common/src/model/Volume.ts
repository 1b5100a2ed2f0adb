import { Observed } from './Evidence';
import { ObjectReference } from './ObjectReference';

/**
 * A volume as its claim sees it.
 *
 * @public
 */
export interface Volume {
  claim: ObjectReference;
  /** The instance whose data it holds, where the operator says so. */
  instance?: string;
  role: 'data' | 'wal' | 'tablespace' | 'other';
  phase?: Observed<string>;
  requestedBytes?: Observed<number>;
  capacityBytes?: Observed<number>;
  usedBytes?: Observed<number>;
  storageClass?: Observed<string>;
  provisioner?: Observed<string>;
  /** Whether the bytes go with the node: a local or host path volume. Absent when the volume or its class could not be read. */
  nodeLocal?: Observed<boolean>;
  reclaimPolicy?: Observed<string>;
  expandable?: Observed<boolean>;
}
