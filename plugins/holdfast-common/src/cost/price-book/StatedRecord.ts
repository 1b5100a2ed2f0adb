import { InputError } from '@backstage/errors';
import { invalidValue } from '../../quantity/invalidValue';
import { Decimal } from '../money/Decimal';

/**
 * A set of keys and values that somebody wrote. Each reading names the key, its value and what would be right when it is refused.
 */
export class StatedRecord {
  /** @throws InputError if it is no record, or has a key that is not known */
  static read(
    value: unknown,
    field: string,
    keys: readonly string[],
  ): StatedRecord {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidValue(value, {
        field,
        expected: 'is not a set of keys and values',
      });
    }
    const unknown = Object.keys(value).find(key => !keys.includes(key));
    if (unknown !== undefined) {
      throw invalidValue(unknown, {
        field,
        expected: `is not a key here: write one of ${keys.join(', ')}`,
      });
    }
    return new StatedRecord({ ...value }, field);
  }

  readonly field: string;
  readonly #values: Record<string, unknown>;

  private constructor(values: Record<string, unknown>, field: string) {
    this.#values = values;
    this.field = field;
  }

  fieldOf(key: string): string {
    return `${this.field}.${key}`;
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined;
  }

  value(key: string): unknown {
    return this.#values[key];
  }

  optionalText(key: string): string | undefined {
    const value = this.#values[key];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value.trim() === '') {
      throw invalidValue(value, {
        field: this.fieldOf(key),
        expected: 'is not a text',
      });
    }
    return value;
  }

  text(key: string): string {
    return this.optionalText(key) ?? this.#missing(key);
  }

  optionalFlag(key: string): boolean | undefined {
    const value = this.#values[key];
    if (value === undefined || typeof value === 'boolean') return value;
    throw invalidValue(value, {
      field: this.fieldOf(key),
      expected: 'is neither true nor false',
    });
  }

  flag(key: string): boolean {
    return this.optionalFlag(key) ?? this.#missing(key);
  }

  optionalOneOf<T extends string>(
    key: string,
    choices: readonly T[],
  ): T | undefined {
    const text = this.optionalText(key);
    if (text === undefined) return undefined;
    const choice = choices.find(candidate => candidate === text);
    if (choice === undefined) {
      throw invalidValue(text, {
        field: this.fieldOf(key),
        expected: `is not known: write one of ${choices.join(', ')}`,
      });
    }
    return choice;
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T {
    return this.optionalOneOf(key, choices) ?? this.#missing(key);
  }

  /** Zero or more. */
  optionalAmount(key: string): Decimal | undefined {
    const value = this.#values[key];
    if (value === undefined) return undefined;
    const field = this.fieldOf(key);
    const amount = Decimal.parse(
      typeof value === 'string' || typeof value === 'number'
        ? value
        : JSON.stringify(value),
      { field },
    );
    if (amount.isNegative) {
      throw invalidValue(value, {
        field,
        expected: 'is negative: write zero or more',
      });
    }
    return amount;
  }

  amount(key: string): Decimal {
    return this.optionalAmount(key) ?? this.#missing(key);
  }

  optionalPositive(key: string): Decimal | undefined {
    const amount = this.optionalAmount(key);
    if (amount?.isZero) {
      throw invalidValue(this.#values[key], {
        field: this.fieldOf(key),
        expected: 'is zero: write more than zero',
      });
    }
    return amount;
  }

  positive(key: string): Decimal {
    return this.optionalPositive(key) ?? this.#missing(key);
  }

  /** An empty list where there is none. */
  list(key: string): { value: unknown; field: string }[] {
    const value = this.#values[key] ?? [];
    const field = this.fieldOf(key);
    if (!Array.isArray(value)) {
      throw invalidValue(value, { field, expected: 'is not a list' });
    }
    return value.map((item: unknown, index) => ({
      value: item,
      field: `${field}[${index}]`,
    }));
  }

  /** Texts; an empty list where there is none. */
  texts(key: string): string[] {
    return this.list(key).map(({ value, field }) => {
      if (typeof value === 'string' && value.trim() !== '') return value;
      throw invalidValue(value, { field, expected: 'is not a text' });
    });
  }

  /** The keys and values of a record below this one, whatever its keys. */
  entries(key: string): [string, unknown][] {
    const value = this.#values[key] ?? {};
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidValue(value, {
        field: this.fieldOf(key),
        expected: 'is not a set of keys and values',
      });
    }
    return Object.entries(value);
  }

  #missing(key: string): never {
    throw new InputError(`${this.fieldOf(key)}: is missing`);
  }
}
