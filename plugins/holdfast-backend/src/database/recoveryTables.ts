/** A row of `databases`. */
export interface DatabaseRow {
  id: string;
  cluster: string;
  fact_key: string;
  uid: string;
  name: string;
  engine: string;
  owner: string | null;
  system: string | null;
  entity_ref: string | null;
  search: string;
  verdict: string;
  verdict_rank: number;
  verdict_since: number | string;
  attained_rpo_seconds: number | null;
  summary: string;
  assessment: string;
  inventory: string;
  inventory_hash: string;
  judged_with: string;
  reassess_at: number | string | null;
  marks: number;
  judged_marks: number;
}

/** A row of `verdict_transitions`. */
export interface VerdictTransitionRow {
  id: number | string;
  database_id: string;
  uid: string;
  at: number | string;
  from_verdict: string | null;
  to_verdict: string | null;
  rule: string | null;
  rpo: string | null;
  message: string | null;
}

/** A row of `waivers`. */
export interface WaiverRow {
  id: string;
  database_id: string;
  uid: string;
  rule: string;
  reason: string;
  until: number | string;
  created_by: string;
  created_at: number | string;
}

/** A row of `samples`. */
export interface SampleRow {
  cluster: string;
  query: string;
  subject: string;
  hash: string;
  body: string;
  observed_at: number | string;
}

/** A row of `claims`. */
export interface ClaimRow {
  entity_ref: string;
  database_id: string;
  /** SQLite hands out a number. */
  discovered: boolean | number;
  body: string;
  first_seen_at: number | string;
}

/** A row of `stated_objectives`. */
export interface StatedObjectivesRow {
  entity_ref: string;
  annotations: string;
}
