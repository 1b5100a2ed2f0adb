/**
 * Something in the input that could not be read as what it should be.
 *
 * @public
 */
export interface ReadingProblem {
  /** The path as it was found from what was named, `stdin`, or the option that names a cluster. */
  file: string;
  /** Counted from 1; absent where there is nothing to count in. */
  line?: number;
  /** What is wrong and what would be right. It quotes no content but names, since content may be secret. */
  message: string;
  /** Objects may be behind it that nobody can see now, so that the input is not complete whatever is said of it. */
  hidesObjects: boolean;
}

/**
 * Something that was passed over, and for good reason.
 *
 * @public
 */
export type ReadingNotice = Omit<ReadingProblem, 'hidesObjects'>;
