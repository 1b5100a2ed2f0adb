import { JsonObject } from '@backstage/types';
import {
  Evidence,
  Instant,
  ObjectReference,
  Observed,
  parseBytes,
} from '@holdfast/plugin-holdfast-common';
import { referenceOf } from './Engine';
import { Fact } from './Fact';
import {
  booleanAt,
  formatPath,
  JsonPath,
  listAt,
  numberAt,
  objectAt,
  stringAt,
} from './json';
import { toInstant } from './toInstant';

/**
 * A condition as controllers write them, each part with its evidence.
 *
 * @public
 */
export interface Condition {
  status: Observed<string>;
  reason?: string;
  message?: Observed<string>;
  /** When the status last changed. */
  since?: Instant;
}

/**
 * Reads a fact whose data is laid out as its Kubernetes object was, and says for every value where it was read. Whatever is missing or has
 * another type than asked for is undefined.
 *
 * @public
 */
export class FactReader {
  readonly reference: ObjectReference;
  readonly #data: JsonObject;

  constructor(
    cluster: string,
    fact: Pick<Fact, 'kind' | 'namespace' | 'name' | 'data'>,
  ) {
    this.reference = referenceOf(cluster, fact);
    this.#data = objectAt(fact.data);
  }

  string(...path: JsonPath): Observed<string> | undefined {
    return this.#observe(path, stringAt(this.#data, ...path));
  }

  number(...path: JsonPath): Observed<number> | undefined {
    return this.#observe(path, numberAt(this.#data, ...path));
  }

  boolean(...path: JsonPath): Observed<boolean> | undefined {
    return this.#observe(path, booleanAt(this.#data, ...path));
  }

  /** A time, whatever its zone, in UTC. */
  instant(...path: JsonPath): Observed<Instant> | undefined {
    const text = stringAt(this.#data, ...path);
    const instant = toInstant(text);
    return instant === undefined ? undefined : this.derive(instant, path, text);
  }

  /** A Kubernetes quantity in bytes. */
  bytes(...path: JsonPath): Observed<number> | undefined {
    return this.parse(parseBytes, ...path);
  }

  /** What a parser makes of a text, or of a number taken for its text; undefined where it refuses it. */
  parse<T>(
    parser: (text: string) => T,
    ...path: JsonPath
  ): Observed<T> | undefined {
    const text = stringAt(this.#data, ...path) ?? numberAt(this.#data, ...path);
    if (text === undefined) return undefined;
    try {
      return this.derive(parser(String(text)), path, text);
    } catch {
      return undefined;
    }
  }

  list(...path: JsonPath) {
    return listAt(this.#data, ...path);
  }

  object(...path: JsonPath): JsonObject {
    return objectAt(this.#data, ...path);
  }

  condition(type: string): Condition | undefined {
    const index = this.list('status', 'conditions').findIndex(
      condition => stringAt(condition, 'type') === type,
    );
    const entry = this.object('status', 'conditions', index);
    const status = stringAt(entry, 'status');
    if (status === undefined) return undefined;
    const cite = (field: string, value: string): Observed<string> => ({
      value,
      evidence: {
        object: this.reference,
        field: `.status.conditions[?(@.type=="${type}")].${field}`,
        value,
      },
    });
    const message = stringAt(entry, 'message');
    return {
      status: cite('status', status),
      reason: stringAt(entry, 'reason'),
      message: message === undefined ? undefined : cite('message', message),
      since: toInstant(stringAt(entry, 'lastTransitionTime')),
    };
  }

  /** Points at a field; without a value, at its absence. */
  evidence(path: JsonPath, value?: string | number | boolean): Evidence {
    return {
      object: this.reference,
      field: formatPath(path),
      ...(value !== undefined && { value }),
    };
  }

  /** Cites one field for a value that was derived from it or stands for its absence. */
  derive<T>(
    value: T,
    path: JsonPath,
    read?: string | number | boolean,
  ): Observed<T> {
    return { value, evidence: this.evidence(path, read) };
  }

  #observe<T extends string | number | boolean>(
    path: JsonPath,
    value: T | undefined,
  ): Observed<T> | undefined {
    return value === undefined
      ? undefined
      : { value, evidence: this.evidence(path, value) };
  }
}
