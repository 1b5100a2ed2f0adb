import { describeRuns, findFiveFieldTrap, readCron } from '../../quantity';
import { InputProblem } from '../../api/inputProblemsOf';
import { ProvisioningContext } from '../ProvisioningContext';
import { isLeftOut, PostgresqlChoices } from './PostgresqlChoices';
import { PostgresqlInputs } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

const mostSynchronous = 8;

/** Whether commits, backups and the second region can work as they are asked for. */
export function checkDurability(
  inputs: Partial<PostgresqlInputs>,
  context: ProvisioningContext,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  return [
    ...checkSynchronous(inputs, choices),
    ...checkSchedule('backupSchedule', inputs.backupSchedule, context),
    ...checkSchedule('snapshotSchedule', inputs.snapshotSchedule, context),
    ...checkSecondRegion(inputs, choices),
  ];
}

function checkSynchronous(
  { synchronousNumber, synchronous }: Partial<PostgresqlInputs>,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  if (
    synchronousNumber !== undefined &&
    !(
      Number.isInteger(synchronousNumber) &&
      synchronousNumber >= 1 &&
      synchronousNumber <= mostSynchronous
    )
  ) {
    return [
      problemWith(
        'synchronousNumber',
        synchronousNumber,
        `is not a number of replicas: write 1 to ${mostSynchronous}`,
      ),
    ];
  }
  if (!choices || choices.synchronous === 'off') return [];
  const { instances, synchronousNumber: number } = choices;
  if (!Number.isInteger(instances) || instances < 1) return [];
  if (number < instances) return [];
  if (instances === 1) {
    return [
      problemWith(
        'synchronous',
        choices.synchronous,
        `${
          synchronous === undefined ? `by tier ${choices.tier} ` : ''
        }waits for replicas, and with 1 instance there is none: write off, or more instances`,
      ),
    ];
  }
  return [
    problemWith(
      'synchronousNumber',
      number,
      `replicas cannot confirm a commit: of ${instances} instances ${
        instances - 1
      } are replicas, so write at most ${instances - 1}, or more instances`,
    ),
  ];
}

function checkSchedule(
  field: 'backupSchedule' | 'snapshotSchedule',
  expression: string | undefined,
  { now = Date.now() }: ProvisioningContext,
): InputProblem[] {
  if (isLeftOut(expression) || expression === undefined) return [];
  const trap = findFiveFieldTrap(expression);
  if (trap) {
    return [
      problemWith(
        field,
        expression,
        `has five fields, and the operator takes the first for seconds: it would run ${describeRuns(
          trap.actual,
          { after: now, count: 2 },
        )}. For ${describeRuns(trap.intended, {
          after: now,
          count: 2,
        })} write ${trap.suggestion}`,
      ),
    ];
  }
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 6) {
    return [
      problemWith(
        field,
        expression,
        `has ${fields.length} ${
          fields.length === 1 ? 'field' : 'fields'
        }: write six, seconds first, for example 0 0 2 * * * for 02:00 every day`,
      ),
    ];
  }
  const { schedule, problem } = readCron(expression, {
    dialect: 'cloudnative-pg',
  });
  if (!schedule) {
    const words = problem.startsWith(`"${expression}" `)
      ? problem.slice(expression.length + 3)
      : problem;
    return [problemWith(field, expression, words)];
  }
  return schedule.next(now) === undefined
    ? [
        problemWith(
          field,
          expression,
          'does not run within five years: write a date that occurs, for example 0 0 2 * * *',
        ),
      ]
    : [];
}

function checkSecondRegion(
  inputs: Partial<PostgresqlInputs>,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  const { secondRegion, secondCluster, cluster } = inputs;
  if (isLeftOut(secondRegion) && isLeftOut(secondCluster)) return [];
  const problems: InputProblem[] = [];
  if (isLeftOut(secondRegion)) {
    problems.push(
      problemWith(
        'secondRegion',
        undefined,
        'write the region of the second cluster, such as eu-central-1',
      ),
    );
  }
  if (isLeftOut(secondCluster)) {
    problems.push(
      problemWith(
        'secondCluster',
        undefined,
        `write the Kubernetes cluster in ${secondRegion} that the replica runs in`,
      ),
    );
  }
  if (choices && secondRegion === choices.region) {
    problems.push(
      problemWith(
        'secondRegion',
        secondRegion,
        `is the first region as well${
          inputs.region === undefined ? ' (by default)' : ''
        }, and would be lost with it: write another one, or the region of the object store`,
      ),
    );
  }
  if (!isLeftOut(cluster) && secondCluster === cluster) {
    problems.push(
      problemWith(
        'secondCluster',
        secondCluster,
        'is the first cluster as well: write one in the second region',
      ),
    );
  }
  // A store inside one Kubernetes cluster cannot be read from another.
  if (choices?.store === 'in-cluster') {
    problems.push(
      problemWith(
        'store',
        choices.store,
        'cannot be read from a second region: write s3, azure or s3-compatible',
      ),
    );
  }
  return problems;
}
