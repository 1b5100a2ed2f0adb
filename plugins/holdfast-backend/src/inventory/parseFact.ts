import { Fact } from '@holdfast/plugin-holdfast-node';

/**
 * Reads a fact as it was written.
 */
export function parseFact(body: string): Fact {
  return JSON.parse(body);
}
