import { holdfastApiRef } from '../../../api';
import { inputsOf } from '../inputsOf';
import {
  FieldContext,
  FieldErrors,
  problemsByServer,
} from '../validateFormField';

/** Lets nobody go on to what the API refuses, whichever step it was asked in. */
export async function validatePreview(
  _value: unknown,
  field: FieldErrors,
  context: Pick<FieldContext, 'apiHolder' | 'formData'>,
): Promise<void> {
  const api = context.apiHolder.get(holdfastApiRef);
  if (!api) return;
  const problems = await problemsByServer(api, inputsOf(context.formData));
  for (const problem of problems) {
    field.addError(`${problem.field}: ${problem.message}`);
  }
}
