/** A row of `restores`. */
export interface RestoreRow {
  id: number | string;
  database_id: string;
  uid: string;
  restore_key: string;
  outcome: string;
  started_at: number | string;
  seconds: number | null;
  recorded_at: number | string;
  reported_by: string | null;
  body: string;
}

/** A row of `failovers`. */
export interface FailoverRow {
  database_id: string;
  uid: string;
  ended_at: number | string;
  body: string;
}
