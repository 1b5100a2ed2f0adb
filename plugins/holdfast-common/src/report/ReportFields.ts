import { InputProblem } from '../api/inputProblemsOf';
import { Instant } from '../model';
import { problemWith } from '../provisioning/postgresql/problemsWith';

/** What a text may be; a longer one is refused, or cut where it is only for people to read. */
export interface TextRule {
  longest: number;
  /** What it has to match, with the words that say so. */
  pattern?: { regex: RegExp; expected: string };
  /** Cut it instead of refusing it. */
  cut?: boolean;
}

/** RFC 3339, which has a zone. */
const time =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * Reads the fields of a report that anybody may have written, and notes what is wrong with each: its path, its value, what would be right.
 */
export class ReportFields {
  readonly #fields: Record<string, unknown>;
  readonly #isObject: boolean;
  readonly #path: string;
  readonly #problems: InputProblem[];

  static of(value: unknown, problems: InputProblem[]): ReportFields {
    return new ReportFields(value, '', problems);
  }

  private constructor(
    value: unknown,
    path: string,
    problems: InputProblem[],
    expected = 'has to be a JSON object',
  ) {
    this.#path = path;
    this.#problems = problems;
    this.#fields = isRecord(value) ? value : {};
    this.#isObject = isRecord(value);
    if (!this.#isObject) {
      problems.push(problemWith(path || 'report', value, expected));
    }
  }

  /** Refuses fields that nobody would read: a slip in the name of one would go unnoticed. */
  only(known: readonly string[]): void {
    for (const name of Object.keys(this.#fields)) {
      if (!known.includes(name)) {
        this.refuse(
          name,
          `is a field that is not known here; there are ${known.join(', ')}`,
        );
      }
    }
  }

  has(name: string): boolean {
    return this.value(name) !== undefined && this.value(name) !== null;
  }

  value(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  /** A text that has to be there. */
  text(name: string, rule: TextRule): string {
    const text = this.optionalText(name, rule);
    if (!this.has(name) || this.value(name) === '') {
      this.refuse(name, 'is missing');
    }
    return text ?? '';
  }

  optionalText(name: string, rule: TextRule): string | undefined {
    const value = this.value(name);
    // Tools leave a text empty that they have nothing to say in.
    if (!this.has(name) || value === '') return undefined;
    const { longest, pattern, cut } = rule;
    if (typeof value !== 'string' || !value.trim()) {
      this.refuse(name, 'has to be a text that is not blank');
      return undefined;
    }
    if (pattern && !pattern.regex.test(value)) {
      this.refuse(name, pattern.expected);
      return undefined;
    }
    if (value.length > longest && !cut) {
      this.refuse(
        name,
        `has ${value.length} characters; it may have ${longest}`,
      );
      return undefined;
    }
    return value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.value(name);
    const found = choices.find(choice => choice === value);
    if (found === undefined) {
      this.#refuseUnless(name, choices.join(' or '));
    }
    return found;
  }

  boolean(name: string): boolean | undefined {
    const value = this.value(name);
    if (typeof value === 'boolean') return value;
    this.#refuseUnless(name, 'true or false');
    return undefined;
  }

  /** A number that is not negative. */
  optionalNumber(name: string, unit: string): number | undefined {
    if (!this.has(name)) return undefined;
    const value = this.value(name);
    if (
      typeof value === 'number' &&
      value >= 0 &&
      value <= Number.MAX_SAFE_INTEGER
    ) {
      return value;
    }
    this.refuse(name, `has to be a number of ${unit}, 0 or more`);
    return undefined;
  }

  /** A time with its zone, in UTC; undefined when it is missing, which is a problem only if it is required. */
  instant(name: string, options?: { required?: boolean }): Instant | undefined {
    if (!this.has(name)) {
      if (options?.required) this.refuse(name, 'is missing');
      return undefined;
    }
    const value = this.value(name);
    const moment =
      typeof value === 'string' && time.test(value) ? Date.parse(value) : NaN;
    if (Number.isNaN(moment)) {
      this.refuse(
        name,
        'has to be a time with its zone, such as 2026-11-20T10:00:00Z',
      );
      return undefined;
    }
    return new Date(moment).toISOString();
  }

  object(name: string): ReportFields {
    return new ReportFields(
      this.value(name),
      this.#pathOf(name),
      this.#problems,
    );
  }

  /** The elements of a list, each read as an object; none when there is no list. */
  list(name: string, longest: number): ReportFields[] {
    if (!this.has(name)) return [];
    const value = this.value(name);
    if (!Array.isArray(value)) {
      this.refuse(name, 'has to be a list');
      return [];
    }
    if (value.length > longest) {
      this.refuse(name, `has ${value.length} elements; it may have ${longest}`);
      return [];
    }
    return value.map(
      (element, index) =>
        new ReportFields(
          element,
          `${this.#pathOf(name)}[${index}]`,
          this.#problems,
        ),
    );
  }

  /** Notes what is wrong with a field; of what is no object, that alone is said. */
  refuse(name: string, message: string): void {
    if (!this.#isObject) return;
    this.#problems.push(
      problemWith(this.#pathOf(name), this.value(name), message),
    );
  }

  #refuseUnless(name: string, expected: string): void {
    this.refuse(
      name,
      this.has(name)
        ? `has to be ${expected}`
        : `is missing: it has to be ${expected}`,
    );
  }

  #pathOf(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
