import { CommonTraits } from '../WorkloadTraits';

/**
 * A Redis or Valkey under an operator.
 *
 * @public
 */
export interface RedisTraits extends CommonTraits {
  kind: 'Redis' | 'RedisReplication' | 'RedisCluster' | 'RedisFailover';
  /** `redis` by default; only a RedisFailover can be told. */
  engine?: 'redis' | 'valkey';
  /** How many followers a RedisCluster has; as many as leaders by default. */
  followers?: number;
  /** What its operator applies to the running servers, one each: `appendonly no`. */
  directives?: string[];
  /** A ConfigMap with configuration of one's own, which nobody but the servers reads. */
  configMap?: string;
  /** What the servers write to: a claim by default. */
  storage?: 'claim' | 'emptyDir';
  /** Snapshots have been failing for so long. */
  savesFailingHours?: number;
  /** False where no exporter runs beside the servers. */
  exporter?: boolean;
}
