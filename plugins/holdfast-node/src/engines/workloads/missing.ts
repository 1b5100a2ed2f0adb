import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { qualifiedKind } from '../../engine';
import { missingOf, serverAreas } from '../servers/missingOf';
import { deployments, statefulSets } from './resources';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * What could not be read of this workload. What may back it up, whoever looks for that tells.
 */
export function describeMissing(facts: WorkloadFacts): MissingFacts[] {
  const { kind } = facts.input.root;
  const own = [statefulSets, deployments].filter(
    resource => qualifiedKind(resource) === kind,
  );
  return missingOf(facts, [
    ...own.map(resource => [resource, 'database'] as const),
    ...serverAreas,
  ]);
}
