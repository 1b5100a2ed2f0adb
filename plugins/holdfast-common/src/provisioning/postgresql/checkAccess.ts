import { InputProblem } from '../../api/inputProblemsOf';
import { PostgresqlChoices } from './PostgresqlChoices';
import { PostgresqlInputs } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

/**
 * Names that are taken in every server: by PostgreSQL (`pg_` by its manual, "Role names beginning with pg_ are reserved"), by the operator
 * (`IsReservedRole` and the pooler's role in its sources) and, for roles, by the template.
 */
const reserved = new Set([
  'postgres',
  'streaming_replica',
  'cnpg_pooler_pgbouncer',
  'template0',
  'template1',
]);
const groups = new Set(['readers', 'writers']);

/** Whether databases and roles can be told apart, from one another and from those of the server, and every pool has instances behind it. */
export function checkAccess(
  inputs: Partial<PostgresqlInputs>,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  const { database, moreDatabases = [], roles = [] } = inputs;
  const main = choices?.database;
  const owners = new Map([[main, 'the first database']]);
  const problems: InputProblem[] = [];

  const check = (
    field: string,
    value: string | undefined,
    forRole: boolean,
  ) => {
    if (!value) return;
    if (reserved.has(value) || value.startsWith('pg_')) {
      problems.push(
        problemWith(
          field,
          value,
          'is a name of the server itself: write another one',
        ),
      );
    } else if (forRole && groups.has(value)) {
      problems.push(
        problemWith(
          field,
          value,
          'is the group that such roles are members of: write another one',
        ),
      );
    }
  };
  const checkUnique = (
    field: string,
    value: string | undefined,
    what: string,
  ) => {
    if (!value) return;
    const other = owners.get(value);
    if (other === undefined) {
      owners.set(value, what);
      return;
    }
    problems.push(
      problemWith(
        field,
        value,
        `is the name of ${other} as well: write another one`,
      ),
    );
  };

  if (choices?.pooler === 'rw-ro' && choices.instances === 1) {
    problems.push(
      problemWith(
        'pooler',
        'rw-ro',
        'has a pool in front of replicas, and one instance has none: write rw, or take two instances or more',
      ),
    );
  }
  check(database === undefined ? 'name' : 'database', main, false);
  for (const [index, value] of moreDatabases.entries()) {
    check(`moreDatabases[${index}]`, value, false);
    checkUnique(`moreDatabases[${index}]`, value, 'another database');
  }
  for (const [index, { name }] of roles.entries()) {
    check(`roles[${index}].name`, name, true);
    checkUnique(`roles[${index}].name`, name, 'a database or another role');
  }
  return problems;
}
