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
  readonly #objects: ReadonlyMap<string, PlacedObject>;
  readonly #cluster: string;

  constructor(options: {
    /** What the objects of the input were called to be of. */
    cluster: string;
    objects: ReadonlyMap<string, PlacedObject>;
  }) {
    this.#cluster = options.cluster;
    this.#objects = options.objects;
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
    return reference.cluster === this.#cluster
      ? this.#objects.get(factKeyOf(reference))?.place
      : undefined;
  }
}
