import type { FieldErrors } from '../validateFormField';
import { repositoryProblem } from './repositoryProblem';

/** Refuses a repository of which something is missing. */
export async function validateRepository(
  value: string | undefined,
  field: FieldErrors,
): Promise<void> {
  const problem = repositoryProblem(value);
  if (problem) field.addError(problem.message);
}
