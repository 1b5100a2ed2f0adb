import { JsonPath } from '../engine';

/**
 * One document of a file: what lies between two `---`, or one JSON value.
 *
 * @public
 */
export interface InputDocument {
  /** Where it begins, counted from 1. */
  line: number;
  value: unknown;
  /** The line of a value, or of the nearest one around it that is there. */
  lineOf(path: JsonPath): number;
}

/**
 * A document that is broken.
 *
 * @public
 */
export interface BrokenDocument {
  /** Where it is broken. */
  line: number;
  message: string;
}

/**
 * @public
 */
export function isBroken(
  document: InputDocument | BrokenDocument,
): document is BrokenDocument {
  return 'message' in document;
}
