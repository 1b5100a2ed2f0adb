import { JsonObject } from '@backstage/types';
import { EngineName } from '@holdfast/plugin-holdfast-common';
import { FactKey, factKeyOf } from '../../engine';

/*
 * Keys that stand for no object, by which facts of different kinds find one another.
 */

/** A host name within the cluster: a Service is found by it, and whatever connects to it. */
export function hostKey(
  namespace: string | undefined,
  service: string,
): FactKey {
  return factKeyOf({ kind: 'host', namespace, name: service });
}

/** Labels of pods: a workload collects the Services that select by one of them. */
export function labelKey(
  namespace: string | undefined,
  label: string,
  value: string,
): FactKey {
  return factKeyOf({ kind: 'label', namespace, name: `${label}=${value}` });
}

/** What speaks one protocol and can be dumped by the tools of another. */
export type Family = 'postgresql' | 'mysql' | 'redis';

export const families: readonly Family[] = ['postgresql', 'mysql', 'redis'];

export function familyOf(engine: EngineName): Family {
  switch (engine) {
    case 'postgresql':
      return 'postgresql';
    case 'mysql':
    case 'mariadb':
      return 'mysql';
    default:
      return 'redis';
  }
}

/** Whatever dumps a server of a family in a namespace and does not say which. */
export function unnamedHostKey(
  namespace: string | undefined,
  family: Family,
): FactKey {
  return factKeyOf({ kind: 'unnamed-host', namespace, name: family });
}

/** Labels that many share say little; the others come first. */
const shared = /\/(component|managed-by|part-of|version|role)$/;

/** The label of a selector that a Service is found by. Whether it selects a workload is for all of its labels to say. */
export function tellingLabel(
  selector: JsonObject,
): [string, string] | undefined {
  const labels = Object.entries(selector)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return labels.find(([name]) => !shared.test(name)) ?? labels[0];
}
