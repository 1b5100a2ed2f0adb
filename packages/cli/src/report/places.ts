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
  readonly #cluster: string;
  readonly #placed: ReadonlyMap<string, PlacedObject> | undefined;

  /** @param input - the objects of one cluster by key, if they stand in files */
  constructor(input: {
    cluster: string;
    placed?: ReadonlyMap<string, PlacedObject>;
  }) {
    this.#cluster = input.cluster;
    this.#placed = input.placed;
  }

  get areInFiles(): boolean {
    return this.#placed !== undefined;
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
      ? this.#placed?.get(factKeyOf(reference))?.place
      : undefined;
  }
}
