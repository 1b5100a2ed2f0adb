import { Observed } from './Evidence';
import { Instant } from './Instant';

/**
 * How a server that keeps its data in memory (Redis, Valkey) brings it back after its process ends.
 *
 * @public
 */
export interface Persistence {
  /** `none`: nothing is written, wherever it could be; `ephemeral`: what is written goes with the pod; `claim`: it stays in a volume of its own. */
  storage: Observed<'none' | 'ephemeral' | 'claim'>;
  /** Snapshots of all keys (RDB). Absent: whether it takes any cannot be told. */
  snapshots?: {
    /** After how long at most a single change is in the next one: the shortest span of `save` that one change is enough for. 0: none is taken. Absent: it cannot be told, or nothing limits it. */
    longestIntervalSeconds?: Observed<number>;
    lastSavedAt?: Observed<Instant>;
    /** Whether the last one could be written. */
    succeeded?: Observed<boolean>;
    /** Changes that were made since; 0 loses nothing. */
    changesSince?: Observed<number>;
  };
  /** The log of all writes (AOF). Absent: whether it keeps one cannot be told. */
  log?: {
    enabled: Observed<boolean>;
    /** When it is forced to the disk: after each write, every second, or when the kernel likes. Absent: it cannot be told. */
    flush?: Observed<'always' | 'everysec' | 'no'>;
    /** Whether the last write to it succeeded. */
    succeeded?: Observed<boolean>;
  };
  /** Whether keys are thrown away when memory is short: what is evicted is not lost, it was never promised. */
  evicts?: Observed<boolean>;
}
