import { Observed } from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader, JsonPath } from '../../engine';

/** What orders say, by their facts: each is asked about every database, and each time the same. */
const said = new WeakMap<Fact, { text: string; names: NamespaceNames }>();

/** The namespaces that an order names. */
export interface NamespaceNames {
  included: readonly string[];
  excluded: readonly string[];
}

/**
 * What is to be backed up: the spec of a Backup, or the template of a Schedule.
 */
export class Order {
  readonly fact: Fact;
  readonly reader: FactReader;
  /** Where it stands in its object. */
  readonly path: JsonPath;

  constructor(fact: Fact, reader: FactReader, path: JsonPath) {
    this.fact = fact;
    this.reader = reader;
    this.path = path;
  }

  string(...path: JsonPath): Observed<string> | undefined {
    return this.reader.string(...this.path, ...path);
  }

  boolean(...path: JsonPath): Observed<boolean> | undefined {
    return this.reader.boolean(...this.path, ...path);
  }

  /** The texts of a list. */
  texts(...path: JsonPath): string[] {
    return this.reader
      .list(...this.path, ...path)
      .filter((text): text is string => typeof text === 'string');
  }

  list(...path: JsonPath) {
    return this.reader.list(...this.path, ...path);
  }

  object(...path: JsonPath) {
    return this.reader.object(...this.path, ...path);
  }

  evidence(path: JsonPath, value?: string | number | boolean) {
    return this.reader.evidence([...this.path, ...path], value);
  }

  /** All that it says, the same for two orders that ask for the same. */
  get text(): string {
    return this.#said.text;
  }

  get namespaces(): NamespaceNames {
    return this.#said.names;
  }

  get #said() {
    const known = said.get(this.fact);
    if (known) return known;
    const read = {
      text: JSON.stringify(this.object()),
      names: {
        included: this.texts('includedNamespaces'),
        excluded: this.texts('excludedNamespaces'),
      },
    };
    said.set(this.fact, read);
    return read;
  }

  /** What a volume is to be done with is told by a ConfigMap, which is not read. */
  get hasPolicy(): boolean {
    return this.string('resourcePolicy', 'name') !== undefined;
  }
}
