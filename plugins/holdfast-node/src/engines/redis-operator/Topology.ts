import { Health, Instance, Observed } from '@holdfast/plugin-holdfast-common';

/**
 * What differs between a single Redis, one with replicas, and one that is split into shards.
 */
export interface Topology {
  /** Names of the StatefulSets whose pods are its instances. */
  statefulSets: readonly string[];
  desired: Observed<number>;
  shards?: Observed<number>;
  instances: Instance[];
  health: Health;
  /** Nothing but the claim's being asked for decides on whether it is written to. */
  needsSwitch: boolean;
}
