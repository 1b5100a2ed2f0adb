import { Quantity } from '../../quantity';
import { InputProblem } from '../../api/inputProblemsOf';
import { ProvisioningContext } from '../ProvisioningContext';
import { PostgresqlChoices } from './PostgresqlChoices';
import { PostgresqlInputs } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

type SizeField = 'cpu' | 'memory' | 'dataSize' | 'walSize';

interface Size {
  /** What the template takes. */
  pattern: RegExp;
  what: string;
  example: string;
  /** Units that a size in other units can be written in, smallest first. */
  units: readonly string[];
}

const sizes: Record<SizeField, Size> = {
  cpu: {
    pattern: /^([1-9][0-9]*|[1-9][0-9]*m)$/,
    what: 'an amount of CPU: write whole cores or millicores',
    example: '2 or 500m',
    units: ['m'],
  },
  memory: {
    pattern: /^[1-9][0-9]*(Mi|Gi)$/,
    what: 'an amount of memory: write whole Mi or Gi',
    example: '4Gi',
    units: ['Mi', 'Gi'],
  },
  dataSize: {
    pattern: /^[1-9][0-9]*(Gi|Ti)$/,
    what: 'the size of a volume: write whole Gi or Ti',
    example: '50Gi',
    units: ['Gi', 'Ti'],
  },
  walSize: {
    pattern: /^[1-9][0-9]*Gi$/,
    what: 'the size of a volume: write whole Gi',
    example: '10Gi',
    units: ['Gi'],
  },
};

const mostInstances = 9;

/** Whether instances, resources and volumes have sizes that mean something, within the quota. */
export function checkSize(
  inputs: Partial<PostgresqlInputs>,
  { quota = {} }: ProvisioningContext,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  return [
    ...checkInstances(inputs, quota.instances, choices),
    ...(['cpu', 'memory', 'dataSize', 'walSize'] as const).flatMap(field =>
      checkOne(field, inputs[field], quota[field], choices?.[field]),
    ),
  ];
}

function checkInstances(
  { instances }: Partial<PostgresqlInputs>,
  quota: number | undefined,
  choices: PostgresqlChoices | undefined,
): InputProblem[] {
  if (
    instances !== undefined &&
    !(
      Number.isInteger(instances) &&
      instances >= 1 &&
      instances <= mostInstances
    )
  ) {
    return [
      problemWith(
        'instances',
        instances,
        `is not a number of instances: write 1 to ${mostInstances}`,
      ),
    ];
  }
  const chosen = instances ?? choices?.instances;
  return quota !== undefined && chosen !== undefined && chosen > quota
    ? [
        problemWith(
          'instances',
          chosen,
          `${byTier(
            instances,
            choices,
          )}is above the quota: write at most ${quota}`,
        ),
      ]
    : [];
}

function checkOne(
  field: SizeField,
  stated: string | undefined,
  quota: string | undefined,
  defaulted: string | undefined,
): InputProblem[] {
  const { pattern, what, example } = sizes[field];
  if (stated !== undefined && !pattern.test(stated)) {
    if (stated === '') {
      return [
        problemWith(
          field,
          undefined,
          `has no size: write for example ${example}, or leave it to the tier`,
        ),
      ];
    }
    const meant = whatWasMeant(field, stated) ?? example;
    return [problemWith(field, stated, `is not ${what}, for example ${meant}`)];
  }
  const chosen = stated ?? defaulted;
  if (quota === undefined || chosen === undefined) return [];
  return Quantity.parse(chosen).compare(Quantity.parse(quota)) > 0
    ? [
        problemWith(
          field,
          chosen,
          `${
            stated === undefined ? 'by tier ' : ''
          }is above the quota: write at most ${quota}`,
        ),
      ]
    : [];
}

function byTier(
  stated: unknown,
  choices: PostgresqlChoices | undefined,
): string {
  return stated === undefined && choices ? `by tier ${choices.tier} ` : '';
}

/** The same size in a unit that is taken, rounded up: `1.5GB` is `2Gi`. Undefined for what is no size at all. */
function whatWasMeant(field: SizeField, text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/\s+/g, '')
    .replace(/(i?)b$/i, '$1');
  const spelt = plain.replace(
    /^([\d.]+)([a-z])/i,
    (_, digits, unit) =>
      `${digits}${unit === 'k' || unit === 'm' ? unit : unit.toUpperCase()}`,
  );
  try {
    const quantity = Quantity.parse(spelt);
    if (quantity.nanos <= 0n) return undefined;
    const { units } = sizes[field];
    const fitting = units.flatMap(unit => {
      const size = Quantity.parse(`1${unit}`).nanos;
      const amount = (quantity.nanos + size - 1n) / size;
      return amount < 10_000n || unit === units.at(-1)
        ? [`${amount}${unit}`]
        : [];
    });
    return fitting.find(candidate => sizes[field].pattern.test(candidate));
  } catch {
    return undefined;
  }
}
