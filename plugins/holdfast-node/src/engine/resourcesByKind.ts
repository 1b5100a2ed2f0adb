import { Engines } from './Engines';
import { qualifiedKind, WatchedResource } from './WatchedResource';

/**
 * Finds the resource that an object is one of, by its kind and group and whatever its version; undefined where no engine reads it.
 *
 * @public
 */
export function resourcesByKind(
  engines: Pick<Engines, 'resources'>,
): (object: {
  apiVersion?: string;
  kind?: string;
}) => WatchedResource | undefined {
  const resources = new Map(
    engines.resources.map(resource => [qualifiedKind(resource), resource]),
  );
  return ({ apiVersion, kind }) => {
    if (!kind) return undefined;
    const [group, version] = apiVersion?.split('/') ?? [];
    return resources.get(qualifiedKind({ group: version ? group : '', kind }));
  };
}
