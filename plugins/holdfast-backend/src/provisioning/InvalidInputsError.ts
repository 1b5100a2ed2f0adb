import { InputError } from '@backstage/errors';
import { InputProblem } from '@holdfast/plugin-holdfast-common';

/**
 * Inputs that are refused. The problems go out with the error, so that a form can show each at its field.
 */
export class InvalidInputsError extends InputError {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(
      problems.map(({ field, message }) => `${field}: ${message}`).join('; '),
    );
    this.problems = problems;
  }
}
