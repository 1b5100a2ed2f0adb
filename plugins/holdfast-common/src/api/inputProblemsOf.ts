import { isError } from '@backstage/errors';
import { components } from './generated/schema';

/**
 * What is wrong with one of the inputs of a form or a request.
 *
 * @public
 */
export type InputProblem = components['schemas']['InputProblem'];

/**
 * The inputs that a preview was refused for, as {@link HoldfastClient.createPreview} throws it. Undefined: the error has another reason.
 *
 * @public
 */
export function inputProblemsOf(error: unknown): InputProblem[] | undefined {
  const cause = isError(error) ? error.cause : undefined;
  if (typeof cause !== 'object' || !cause || !('problems' in cause)) {
    return undefined;
  }
  const { problems } = cause;
  if (!Array.isArray(problems) || !problems.length) return undefined;
  if (!problems.every(isProblem)) return undefined;
  // On their way they became errors, since they have a message.
  return problems.map(({ field, value, message }) => ({
    field,
    ...(value !== undefined && { value }),
    message,
  }));
}

function isProblem(value: unknown): value is InputProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    typeof value.field === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
