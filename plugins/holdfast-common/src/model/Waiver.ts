import { Instant } from './Instant';

/**
 * Where a waiver is stated.
 *
 * @public
 */
export interface WaiverOrigin {
  /** `entity` and `object` state it in an annotation, and so in Git; `portal`: somebody said so in the portal. */
  level: 'entity' | 'object' | 'portal';
  /** The entity ref, or the id of the database. */
  reference: string;
  /** The annotation. */
  field?: string;
}

/**
 * A finding that somebody accepts for a time, and why. It stays to be seen.
 *
 * @public
 */
export interface Waiver {
  /** Of one in the portal. */
  id?: string;
  /** The rule whose findings are accepted, `area/kebab-name`. */
  rule: string;
  reason: string;
  /** The moment from which on it holds no more. */
  until: Instant;
  /** Who said so, as entity ref; absent in Git, whose history tells. */
  by?: string;
  createdAt?: Instant;
  origin: WaiverOrigin;
}

/**
 * A waiver that could not be read, and accepts nothing.
 *
 * @public
 */
export interface WaiverProblem {
  origin: WaiverOrigin;
  /** The text as it was given. */
  value: string;
  /** What is wrong and what would be right. */
  message: string;
}

/**
 * All that is said about what is accepted of one database.
 *
 * @public
 */
export interface StatedWaivers {
  waivers: Waiver[];
  problems: WaiverProblem[];
}
