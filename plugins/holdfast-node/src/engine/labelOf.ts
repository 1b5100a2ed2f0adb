import { isJsonObject, stringAt } from './json';
import { KubernetesObject } from './KubernetesObject';

/**
 * A label of an object; undefined where it has none of that name, or none that is text.
 *
 * @public
 */
export function labelOf(
  { metadata }: KubernetesObject,
  name: string,
): string | undefined {
  const labels: unknown = metadata.labels;
  return isJsonObject(labels) ? stringAt(labels, name) : undefined;
}
