import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { WatchedResource } from '../../engine';
import { missingOf, serverAreas } from '../servers/missingOf';
import { RedisFacts } from './RedisFacts';

/**
 * What could not be read of a database. What backs up its volumes is told by those who read that.
 */
export function describeMissing(
  facts: RedisFacts,
  own: WatchedResource,
): MissingFacts[] {
  return missingOf(facts, [[own, 'database'], ...serverAreas]);
}
