import { JsonObject, JsonValue } from '@backstage/types';

/**
 * Steps from the root of an object to a value in it: field names and positions in lists.
 *
 * @public
 */
export type JsonPath = readonly (string | number)[];

/**
 * @public
 */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path, or undefined when any step of it is missing or leads through something that has no such step.
 *
 * @public
 */
export function valueAt(
  value: JsonValue | undefined,
  ...path: JsonPath
): JsonValue | undefined {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number') {
      current = Array.isArray(current) ? current[step] : undefined;
    } else {
      current =
        isJsonObject(current) && Object.hasOwn(current, step)
          ? current[step]
          : undefined;
    }
    if (current === undefined) return undefined;
  }
  return current ?? undefined;
}

/**
 * The text at a path; undefined when there is none, or something that is no text.
 *
 * @public
 */
export function stringAt(
  value: JsonValue | undefined,
  ...path: JsonPath
): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/**
 * The finite number at a path.
 *
 * @public
 */
export function numberAt(
  value: JsonValue | undefined,
  ...path: JsonPath
): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' && Number.isFinite(found)
    ? found
    : undefined;
}

/**
 * The boolean at a path. The text "true" is not one.
 *
 * @public
 */
export function booleanAt(
  value: JsonValue | undefined,
  ...path: JsonPath
): boolean | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/**
 * The list at a path, empty when there is none.
 *
 * @public
 */
export function listAt(
  value: JsonValue | undefined,
  ...path: JsonPath
): readonly JsonValue[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/**
 * The object at a path, empty when there is none.
 *
 * @public
 */
export function objectAt(
  value: JsonValue | undefined,
  ...path: JsonPath
): JsonObject {
  const found = valueAt(value, ...path);
  return isJsonObject(found) ? found : {};
}

/**
 * Writes a path as `kubectl -o jsonpath` reads it: `.spec.plugins[0].parameters`, `.metadata.annotations['cnpg.io/hibernation']`.
 *
 * @public
 */
export function formatPath(path: JsonPath): string {
  return path
    .map(step => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `['${step}']`;
    })
    .join('');
}
