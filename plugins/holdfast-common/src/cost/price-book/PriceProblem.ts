import { InputError } from '@backstage/errors';

/**
 * Something in a price book or its configuration that could not be read. The rest holds.
 *
 * @public
 */
export interface PriceProblem {
  /** Where it stands: `holdfast.prices.storageClasses[0]`. */
  field: string;
  /** Names the field, its value and what would be right. */
  message: string;
}

/** Reads one thing of many: what is refused becomes a problem, and the others are still read. */
export function readOrReport<T>(
  field: string,
  problems: PriceProblem[],
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push({ field, message: error.message });
    return undefined;
  }
}
