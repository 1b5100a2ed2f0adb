import { InputError, isError, ResponseError } from '@backstage/errors';
import { inputProblemsOf } from '@holdfast/plugin-holdfast-common';

/**
 * What to tell whoever runs a template of an error of the API: a line for each input that was refused, else what the API said. Of a response
 * alone there is no more to read than its status. Lines end with a semicolon, since a browser runs them together.
 */
export function refusalOf(error: unknown): unknown {
  const problems = inputProblemsOf(error);
  if (problems) {
    return new InputError(
      problems.map(({ field, message }) => `${field}: ${message}`).join(';\n'),
    );
  }
  return isError(error) &&
    error.name === ResponseError.name &&
    isError(error.cause)
    ? error.cause
    : error;
}
