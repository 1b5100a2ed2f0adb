import { JsonPath } from '@holdfast/plugin-holdfast-node';

/**
 * One document of a file: what lies between two `---`, or one JSON value.
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
 */
export interface BrokenDocument {
  /** Where it is broken. */
  line: number;
  message: string;
}

export function isBroken(
  document: InputDocument | BrokenDocument,
): document is BrokenDocument {
  return 'message' in document;
}
