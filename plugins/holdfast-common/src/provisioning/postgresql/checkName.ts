import { InputProblem } from '../../api/inputProblemsOf';
import { ProvisioningContext } from '../ProvisioningContext';
import { isLeftOut } from './PostgresqlChoices';
import { PostgresqlInputs } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

/** Copies for drills add a suffix to the name, and the operator others for its Services: 63 characters is what those may have. */
const longest = 40;

/** Whether the database can be called so, here and in the catalog. */
export function checkName(
  inputs: Partial<PostgresqlInputs>,
  { taken = [] }: ProvisioningContext,
): InputProblem[] {
  const { name, cluster } = inputs;
  if (isLeftOut(name) || name === undefined) {
    return [problemWith('name', undefined, 'write a name, such as orders')];
  }
  if (name.length > longest) {
    return [
      problemWith(
        'name',
        name,
        `has ${name.length} characters: write at most ${longest}`,
      ),
    ];
  }
  if (!/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name)) {
    return [
      problemWith(
        'name',
        name,
        'is not a name for a database: write lower-case letters, digits and hyphens, a letter first and no hyphen last, such as orders',
      ),
    ];
  }
  const namespace = inputs.namespace || name;
  const holder = taken.find(
    other =>
      other.name === name &&
      (other.cluster === undefined || other.cluster === cluster) &&
      (other.namespace === undefined || other.namespace === namespace),
  );
  return holder
    ? [
        problemWith(
          'name',
          name,
          `is taken by ${holder.by}: write another name`,
        ),
      ]
    : [];
}
