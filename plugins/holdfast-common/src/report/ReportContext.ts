import { InputProblem } from '../api/inputProblemsOf';
import { ReportedDatabase, RestoreReport } from './RestoreReport';

/**
 * What came of reading something that is meant to be a report. With problems there is no report.
 *
 * @public
 */
export type ReadReport =
  | { report: RestoreReport; problems?: undefined }
  | { report?: undefined; problems: InputProblem[] };

/**
 * What is known of a report beside its text.
 *
 * @public
 */
export interface ReportContext {
  /** When it was written, or came: it cannot tell of later times. Absent: not known. */
  writtenAt?: Date;
  /** The database it is about, for reports that do not name one, or only in part. */
  database?: Partial<ReportedDatabase>;
  /** Which one is meant, where a document has the results of several drills. */
  drill?: string;
}
