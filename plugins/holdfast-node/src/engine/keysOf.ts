import { FactKey, factKeyOf } from './Fact';
import { qualifiedKind, WatchedResource } from './WatchedResource';

/**
 * The key of an object that another one names; none where it names none.
 *
 * @public
 */
export function keysOf(
  resource: WatchedResource,
  namespace: string | undefined,
  name: string | undefined,
): FactKey[] {
  return name === undefined
    ? []
    : [factKeyOf({ kind: qualifiedKind(resource), namespace, name })];
}
