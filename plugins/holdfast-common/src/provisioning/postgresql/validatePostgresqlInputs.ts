import { InputProblem } from '../../api/inputProblemsOf';
import { ProvisioningContext } from '../ProvisioningContext';
import { checkAccess } from './checkAccess';
import { checkDurability } from './checkDurability';
import { checkForm } from './checkForm';
import { checkName } from './checkName';
import { checkPlace } from './checkPlace';
import { checkSize } from './checkSize';
import { checkTimes } from './checkTimes';
import { choosePostgresql, isLeftOut } from './PostgresqlChoices';
import {
  isPostgresqlTier,
  PostgresqlInputs,
  postgresqlTiers,
} from './PostgresqlInputs';
import { problemWith } from './problemsWith';

/**
 * Says what is wrong with inputs, field by field: the same in the browser, in the API and in a run of the template.
 *
 * @remarks
 * A form that is filled in step by step can ask at any time: beside name and tier nothing is asked for that is not there yet. A field has one
 * problem at a time, the one to mend first.
 *
 * @public
 */
export function validatePostgresqlInputs(
  inputs: Partial<PostgresqlInputs>,
  context: ProvisioningContext = {},
): InputProblem[] {
  const { name, tier } = inputs;
  const choices =
    name !== undefined && tier !== undefined && isPostgresqlTier(tier)
      ? choosePostgresql({ ...inputs, name, tier })
      : undefined;
  const problems = [
    ...checkName(inputs, context),
    ...(isLeftOut(tier)
      ? [
          problemWith(
            'tier',
            undefined,
            `write a tier, one of ${postgresqlTiers.join(', ')}`,
          ),
        ]
      : []),
    ...checkForm(inputs),
    ...checkTimes(inputs),
    ...checkSize(inputs, context, choices),
    ...checkDurability(inputs, context, choices),
    ...checkAccess(inputs, choices),
    ...checkPlace(inputs, context, choices),
  ];
  const first = new Map<string, InputProblem>();
  for (const problem of problems) {
    if (!first.has(problem.field)) first.set(problem.field, problem);
  }
  return [...first.values()];
}
