import { InputError } from '@backstage/errors';

/**
 * Options of everything that reads a value which somebody wrote.
 *
 * @public
 */
export interface FieldOptions {
  /** Where the value stands, `spec.storage.size` or `holdfast.io/rpo`: errors begin with it. */
  field?: string;
}

const longestQuote = 80;

/** An error that names the field, quotes the value and says what would be right. */
export function invalidValue(
  value: unknown,
  options: FieldOptions & { expected: string },
): InputError {
  const text = String(value);
  const quoted =
    text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
  const prefix = options.field ? `${options.field}: ` : '';
  return new InputError(`${prefix}"${quoted}" ${options.expected}`);
}
