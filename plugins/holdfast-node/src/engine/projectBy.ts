import { JsonObject } from '@backstage/types';
import { Engine } from './Engine';
import { FactKey, factKeyOf, Projection } from './Fact';
import { KubernetesObject } from './KubernetesObject';
import { Shape } from './Shape';
import { qualifiedKind, WatchedResource } from './WatchedResource';

/**
 * Tells what an object has to do with others, by the object, what is kept of it and its own key.
 *
 * @public
 */
export type Relate = (
  object: KubernetesObject,
  data: JsonObject,
  own: FactKey,
) => Partial<Omit<Projection, 'data'>>;

/**
 * Projects objects kind by kind: a shape tells which fields are kept, laid out as in the object so that evidence names the field it was read from;
 * a function relates the object to others, where it has to do with any.
 *
 * @public
 */
export function projectBy(
  kinds: ReadonlyArray<
    readonly [
      resource: WatchedResource,
      shape: Shape<JsonObject>,
      relate?: Relate,
    ]
  >,
): Engine['project'] {
  const byKind = new Map(
    kinds.map(([resource, shape, relate]) => [
      qualifiedKind(resource),
      { shape, relate },
    ]),
  );
  return (resource, object) => {
    const kind = qualifiedKind(resource);
    const found = byKind.get(kind);
    const data = found?.shape(object);
    if (!found || !data) return undefined;
    const { namespace, name } = object.metadata;
    const own = factKeyOf({ kind, namespace, name });
    return {
      subjects: [],
      needs: [],
      ...found.relate?.(object, data, own),
      data,
    };
  };
}
