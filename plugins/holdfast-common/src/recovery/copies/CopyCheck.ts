import { Evidence } from '../../model';
import { RuleContext } from '../Rule';

/**
 * The five questions of 3-2-1-1-0: three copies, two media, one off-site, one that cannot be changed, no errors when it was restored.
 *
 * @public
 */
export type CopyCheckId =
  | 'three-copies'
  | 'two-media'
  | 'off-site'
  | 'immutable'
  | 'no-errors';

/**
 * One question to the copies of a database, and what the facts answer. A checklist has no bearing on the verdict.
 *
 * @public
 */
export interface CopyCheck {
  id: CopyCheckId;
  state: 'met' | 'not-met' | 'unknown';
  /** One or two sentences, with what was counted. */
  message: string;
  evidence: Evidence[];
}

/** Answers one of the questions. */
export interface CopyQuestion {
  id: CopyCheckId;
  ask(context: RuleContext): Omit<CopyCheck, 'id'>;
}
