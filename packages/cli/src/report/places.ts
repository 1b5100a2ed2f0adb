import { Evidence, ObjectReference } from '@holdfast/plugin-holdfast-common';
import { factKeyOf, PlacedObject } from '@holdfast/plugin-holdfast-node';
import { parseFieldPath } from './fieldPath';

/**
 * A line of a file.
 */
export interface Place {
  file: string;
  line: number;
}

/**
 * Finds where in the input things stand.
 */
export class Places {
  readonly #clusters: ReadonlyMap<string, ReadonlyMap<string, PlacedObject>>;

  /** @param clusters - the objects of each cluster of files, by key */
  constructor(
    clusters: Iterable<readonly [string, ReadonlyMap<string, PlacedObject>]>,
  ) {
    this.#clusters = new Map(clusters);
  }

  of(reference: ObjectReference): Place | undefined {
    const place = this.#placeOf(reference);
    return place && { file: place.file, line: place.lineOf([]) };
  }

  /** Of the first piece of evidence that stands in the input. */
  ofEvidence(evidence: readonly Evidence[]): Place | undefined {
    for (const { object, field } of evidence) {
      const place = this.#placeOf(object);
      if (place) {
        return { file: place.file, line: place.lineOf(parseFieldPath(field)) };
      }
    }
    return undefined;
  }

  #placeOf(reference: ObjectReference) {
    return this.#clusters.get(reference.cluster)?.get(factKeyOf(reference))
      ?.place;
  }
}
