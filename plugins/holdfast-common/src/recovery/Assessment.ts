import { Disruption, Evidence, Instant, Objective } from '../model';
import { CopyCheck } from './copies/CopyCheck';
import { Finding } from './Finding';
import { Score } from './score/Score';
import { Verdict } from './Verdict';
import { JudgedWaiver } from './waivers/applyWaivers';

/**
 * Whether the cluster that the facts come from can be reached. Facts of a lost cluster are judged as they stood when contact was lost.
 *
 * @public
 */
export type Contact =
  | { state: 'live' }
  | { state: 'lost'; since: Instant; reason: string };

/**
 * How an attained RPO is known. `measured`: from metrics or archive facts. `bounded`: the operator says that archiving works, and a
 * current base backup exists, so it is at most the archive timeout. `points`: no continuous archiving, so the age of the newest point.
 *
 * @public
 */
export type RpoBasis = 'measured' | 'bounded' | 'points';

/**
 * @public
 */
export interface AttainedRpo {
  /** Data that would be lost now. Absent: it cannot be told, or nothing can be restored. */
  seconds?: number;
  /** What it stays below as long as all goes on as it does: the archive timeout. Absent: it grows with the clock, or cannot be told. */
  atMostSeconds?: number;
  basis?: RpoBasis;
  /** The latest moment that can be restored. */
  latestRestorable?: Instant;
  evidence: Evidence[];
}

/**
 * @public
 */
export interface AttainedRto {
  /** Time until the database is back. Absent: it cannot be told, or nothing can be restored. */
  seconds?: number;
  /** `measured`: the last successful restore or drill, or the last failover. `estimated`: from size, throughput and replay. */
  basis?: 'measured' | 'estimated';
  /** What was measured. */
  measuredBy?: 'restore' | 'failover';
  /** When it was measured. */
  measuredAt?: Instant;
  /** What an estimate was made from, each with its unit: `size 40 GiB`, `restore throughput 100 MiB/s (default)`. */
  inputs: string[];
  evidence: Evidence[];
}

/**
 * First to latest restorable moment.
 *
 * @public
 */
export interface RecoveryWindow {
  from: Instant;
  to: Instant;
  /** Any moment in between can be restored; otherwise only the recovery points themselves. */
  continuous: boolean;
}

/**
 * What an arrangement would reach once it runs, told from manifests.
 *
 * @public
 */
export interface Prediction {
  /** At best `protected`: only a restore proves. */
  verdict: Exclude<Verdict, 'proven'>;
  rpo: Record<Disruption, AttainedRpo>;
  rto: Record<Disruption, AttainedRto>;
}

/**
 * The judgement of one database at one moment.
 *
 * @public
 */
export interface Assessment {
  verdict: Verdict;
  /** `declared` judges manifests and yields only what they would reach once they run. */
  basis: 'observed' | 'declared';
  objective: Objective;
  /** Per disruption, since losing a pod and losing the data are different questions. */
  rpo: Record<Disruption, AttainedRpo>;
  rto: Record<Disruption, AttainedRto>;
  /** Only of manifests, and then the one thing that they can tell. */
  predicted?: Prediction;
  window?: RecoveryWindow;
  /**
   * Points reached and outstanding. Absent: it is exempt, it is only declared, or the facts cannot be judged or are no longer trusted.
   */
  score?: Score;
  /** 3-2-1-1-0 with what the facts answer; absent as {@link Assessment.score} is. */
  copyChecks?: CopyCheck[];
  /** Worst ceiling first, then severity; what is waived last. */
  findings: Finding[];
  /** Everything that is said to be accepted, and what became of it. Absent: nothing is. */
  waivers?: JudgedWaiver[];
  /** Set when contact to the cluster is lost: the facts are those of this moment. */
  staleSince?: Instant;
  assessedAt: Instant;
  /** The moment at which the judgement would change if nothing else happened; absent if time alone changes nothing. */
  reassessAt?: Instant;
}
