import { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from './json';

/**
 * Says what to keep of an untrusted object. Whatever has another type is left out, as if it were not there.
 *
 * @public
 */
export type Shape<T extends JsonValue = JsonValue> = (
  value: unknown,
) => T | undefined;

/** Operators put whole logs into messages. */
const longestText = 1_000;

/**
 * Keeps a text, number or boolean. A text is cut after 1,000 characters.
 *
 * @public
 */
export const scalar: Shape = value => {
  if (typeof value === 'string') {
    return value.length > longestText
      ? `${value.slice(0, longestText)}…`
      : value;
  }
  return typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
    ? value
    : undefined;
};

/**
 * Keeps the named fields of an object, each in its shape. An object without any of them stays, empty: that it is there may matter.
 *
 * @public
 */
export function fields(shapes: Record<string, Shape>): Shape<JsonObject> {
  const entries = Object.entries(shapes);
  return value => {
    if (!isJsonObject(value)) return undefined;
    const kept: JsonObject = {};
    for (const [name, shape] of entries) {
      if (!Object.hasOwn(value, name)) continue;
      const field = shape(value[name]);
      if (field !== undefined) kept[name] = field;
    }
    return kept;
  };
}

/**
 * Keeps the entries of an object whose names are not known beforehand, sorted by name, so that their order does not matter. Nothing
 * is left of an object without any.
 *
 * @public
 */
export function entriesOf(
  shape: Shape,
  filter: (name: string) => boolean = () => true,
): Shape<JsonObject> {
  return value => {
    if (!isJsonObject(value)) return undefined;
    const kept: JsonObject = {};
    let found = false;
    for (const name of Object.keys(value).sort()) {
      // Assigning to it would set the prototype.
      if (name === '__proto__' || !filter(name)) continue;
      const entry = shape(value[name]);
      if (entry === undefined) continue;
      kept[name] = entry;
      found = true;
    }
    return found ? kept : undefined;
  };
}

/**
 * Keeps the elements of a list. What does not fit leaves an empty object behind, so that positions stay those of the original.
 *
 * @public
 */
export function listOf(shape: Shape): Shape<JsonValue[]> {
  return value =>
    Array.isArray(value) && value.length > 0
      ? value.map(element => shape(element) ?? {})
      : undefined;
}
