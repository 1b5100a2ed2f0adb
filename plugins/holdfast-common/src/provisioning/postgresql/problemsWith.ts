import { InputProblem } from '../../api/inputProblemsOf';

const longestQuote = 80;

/** A value as messages quote it. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestQuote
    ? `"${text.slice(0, longestQuote)}…"`
    : `"${text}"`;
}

/** A problem of one field. The message begins with the value, and says what would be right. */
export function problemWith(
  field: string,
  value: unknown,
  message: string,
): InputProblem {
  return {
    field,
    ...(value !== undefined && {
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }),
    message: value === undefined ? message : `${quoted(value)} ${message}`,
  };
}
