import {
  AcceptedRisk,
  Disruption,
  Evidence,
  ObjectiveOrigin,
  RecoveryWindow,
  RpoBasis,
  Severity,
  Verdict,
} from '@holdfast/plugin-holdfast-common';

/** Raised when a field is taken away or means something else; a new field does not raise it. */
export const CHECK_SCHEMA_VERSION = 1;

/**
 * What `check` says, as `-o json` writes it. Described by `schema/check.schema.json`. What is not known is left out.
 */
export interface CheckReport {
  schemaVersion: typeof CHECK_SCHEMA_VERSION;
  /** The time that was taken for now. */
  now: string;
  databases: ReportedDatabase[];
  /** What could not be read. */
  errors: ReportedProblem[];
  /** What was passed over, and why. */
  notices: ReportedProblem[];
}

export interface ReportedProblem {
  file: string;
  line?: number;
  message: string;
}

export interface ReportedDatabase {
  id: string;
  engine: string;
  cluster: string;
  namespace?: string;
  group: string;
  kind: string;
  name: string;
  /** Where its object stands; absent for one of a cluster. */
  file?: string;
  line?: number;
  /** `observed`: judged by what it is; `declared`: by what its manifests say. */
  basis: 'observed' | 'declared';
  verdict: Verdict;
  /** What the arrangement would reach once it runs; only of what is declared. */
  predicted?: ReportedPrediction;
  objective: ReportedObjective;
  /** For the loss of the data. */
  attainedRpoSeconds?: number;
  rpoBasis?: RpoBasis;
  /** For the loss of the data. */
  attainedRtoSeconds?: number;
  rtoBasis?: 'measured' | 'estimated';
  window?: RecoveryWindow;
  /** Points out of 100; only of what is observed and neither exempt nor unknown for want of facts. */
  score?: { points: number; possible: number };
  findings: ReportedFinding[];
}

export interface ReportedTimes {
  rpoSeconds?: number;
  rtoSeconds?: number;
}

export type ReportedPrediction = { verdict: Verdict } & Record<
  Disruption,
  ReportedTimes
>;

export type ReportedObjective = {
  tier: string;
  retentionSeconds: number;
  drillIntervalSeconds: number;
  exempt?: string;
  /** Where each value comes from, by the name of its annotation. */
  origins: Record<string, ObjectiveOrigin>;
} & Record<Disruption, Required<ReportedTimes>>;

export interface ReportedFinding {
  rule: string;
  severity: Severity;
  message: string;
  /** The best verdict that it leaves open. */
  ceiling?: Verdict;
  evidence: Evidence[];
  /** What would make it go away. */
  fix?: string;
  /** While somebody accepts it; a run does not fail on it then. */
  waived?: AcceptedRisk;
  /** Where what it speaks of stands in the input. */
  file?: string;
  line?: number;
}
