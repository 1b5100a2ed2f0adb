import { InputError } from '@backstage/errors';
import { Fault, FaultKind, resourceName, ResourceType } from '../kubernetes';

/** The kinds of faults, in the order in which they are explained at {@link FaultKind}. */
export const faultKinds = [
  'reset',
  'hang',
  'slow',
  'throttle',
  'initialize',
  'expire',
  'cut',
  'garble',
  'forbid',
  'withdraw',
] as const satisfies readonly FaultKind[];

const numbers = ['requests', 'seconds', 'milliseconds'] as const;
const faultFields = ['kind', 'resource', ...numbers];

/**
 * Reads a field that has one of a few values.
 *
 * @throws InputError naming the field, its value and what it may be
 */
export function oneOf<T extends string>(
  from: unknown,
  field: string,
  allowed: readonly T[],
): T {
  const value = fieldOf(from, field);
  const found = allowed.find(candidate => candidate === value);
  if (found === undefined) {
    throw new InputError(
      `${field} is ${shown(value)}; it has to be one of ${allowed.join(', ')}`,
    );
  }
  return found;
}

/**
 * Reads a fault from a JSON body.
 *
 * @param types - what the cluster in question serves
 * @throws InputError naming the field, its value and what it may be
 */
export function readFault(
  body: unknown,
  types: readonly ResourceType[],
): Fault {
  const fault: Fault = { kind: oneOf(body, 'kind', faultKinds) };
  const unknown = Object.keys(Object(body)).find(
    field => !faultFields.includes(field),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `${unknown} is no field of a fault; there are ${faultFields.join(', ')}`,
    );
  }
  if (fieldOf(body, 'resource') !== undefined) {
    fault.resource = oneOf(body, 'resource', types.map(resourceName));
  }
  for (const field of numbers) {
    const value = fieldOf(body, field);
    if (value === undefined) continue;
    if (typeof value !== 'number') {
      throw new InputError(
        `${field} is ${shown(value)}; it has to be a number of at least 0`,
      );
    }
    fault[field] = value;
  }
  return fault;
}

function fieldOf(from: unknown, field: string): unknown {
  return new Map(Object.entries(Object(from))).get(field);
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
