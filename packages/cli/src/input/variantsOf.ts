import { factKeyOf, PlacedObject } from '@holdfast/plugin-holdfast-node';

/**
 * Brings objects that occur again together, each file as a whole, in as few sets as there are occurrences: each set takes the place of what
 * was read first under the same keys. Folders of samples are like that, and so are two dumps of different times.
 *
 * @returns sets by key, without those that hold no database
 */
export function variantsOf(
  repeated: readonly PlacedObject[],
  databaseKinds: ReadonlySet<string>,
): ReadonlyMap<string, PlacedObject>[] {
  const parts: Map<string, PlacedObject>[] = [];
  const newest = new Map<string, Map<string, PlacedObject>>();
  for (const placed of repeated) {
    const { file } = placed.place;
    const key = keyOf(placed);
    let part = newest.get(file);
    // Within one file, the next occurrence begins another part of it.
    if (!part || part.has(key)) {
      part = new Map();
      parts.push(part);
      newest.set(file, part);
    }
    part.set(key, placed);
  }

  const variants: Map<string, PlacedObject>[] = [];
  /** By key, how many of the first variants are not to be tried any more. */
  const taken = new Map<string, number>();
  for (const part of parts) {
    const from = Math.max(
      ...Array.from(part.keys(), key => taken.get(key) ?? 0),
    );
    const variant = (variants[from] ??= new Map());
    for (const [key, placed] of part) {
      variant.set(key, placed);
      taken.set(key, from + 1);
    }
  }
  return variants.filter(variant =>
    Array.from(variant.values()).some(({ kind }) => databaseKinds.has(kind)),
  );
}

function keyOf({ kind, object }: PlacedObject): string {
  const { namespace, name } = object.metadata;
  return factKeyOf({ kind, namespace, name });
}
