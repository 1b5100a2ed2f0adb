import { Instant, RestoreCheck } from '../model';

/**
 * How many bytes Kubernetes keeps of a termination message, and so the most that a report has.
 *
 * @see https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
 * @public
 */
export const LARGEST_REPORT_BYTES = 4096;

/**
 * The database that a report is about, by the object that stands for it.
 *
 * @public
 */
export interface ReportedDatabase {
  /** Name of the Kubernetes cluster as it is configured. Absent: the one that the report was found in. */
  cluster?: string;
  namespace: string;
  /** With its group: `Cluster.postgresql.cnpg.io`. */
  kind: string;
  name: string;
  /** Of the object. A restore of an earlier object of the same name proves nothing of the one that is there now. */
  uid?: string;
}

/**
 * What somebody, or a tool, says of a restore once it has ended: one JSON document of at most 4 KiB.
 *
 * @public
 */
export interface RestoreReport {
  schemaVersion: 1;
  /** Names the restore among those of its database. The same one may be reported again, and has to be the same then. */
  id: string;
  database: ReportedDatabase;
  /** `drill` when it was made to prove, `restore` when it was made to be used. */
  purpose: 'drill' | 'restore';
  /** What did it: `cnpg-drill`, `pgBackRest`, `runbook`. */
  tool: string;
  /** Who had it done, as an entity ref or in words. */
  by?: string;
  /** The backup that it was made from, as its tool calls it. */
  backup?: string;
  /** The object that came out of it, where there is one: it is then known for the same restore when it is seen in the cluster. */
  target?: { namespace: string; kind: string; name: string };
  /** The moment it was to restore to; absent for "as late as possible". */
  recoveryTarget?: Instant;
  startedAt: Instant;
  /** When the data could be used. Required of one that succeeded, unless {@link RestoreReport.endedAt} stands for it. */
  readyAt?: Instant;
  /** When all was over, checks included. */
  endedAt?: Instant;
  outcome: 'succeeded' | 'failed';
  /** Why it failed, in the words of its tool. */
  failure?: string;
  /** What was asked of the restored data. A restore of which one did not pass counts as failed, whatever its outcome says. */
  checks: RestoreCheck[];
  /** How much data was restored. */
  bytes?: number;
}
