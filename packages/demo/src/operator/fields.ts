/** Reads JSON that anybody may have written. */
export function fieldAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? new Map(Object.entries(inner)).get(key)
        : undefined,
    value,
  );
}

/** A text, or `undefined` where there is none. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** A number, or `undefined` where there is none. */
export function numberAt(
  value: unknown,
  ...path: string[]
): number | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** A list; an empty one where there is none. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
  const found = fieldAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Fields by name; none where there is no object. */
export function recordAt(
  value: unknown,
  ...path: string[]
): Record<string, unknown> {
  const found = fieldAt(value, ...path);
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? { ...found }
    : {};
}
