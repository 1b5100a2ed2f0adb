import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { fencedInstancesAnnotation } from './names';

/**
 * The instances whose PostgreSQL is kept stopped; `*` stands for all. A text that is not a list of names fences nobody, as the operator
 * reads it (`GetFencedInstances` in `pkg/utils/fencing.go`).
 */
export function fencedInstances(
  cluster: FactReader,
): Observed<string[]> | undefined {
  const annotation = cluster.string(
    'metadata',
    'annotations',
    fencedInstancesAnnotation,
  );
  if (!annotation) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(annotation.value);
  } catch {
    return undefined;
  }
  const names = Array.isArray(parsed)
    ? parsed.filter(name => typeof name === 'string')
    : [];
  return names.length > 0
    ? { value: names, evidence: annotation.evidence }
    : undefined;
}
