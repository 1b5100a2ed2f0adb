import { FieldOptions, invalidValue } from '../../quantity/invalidValue';
import { apportion } from './apportion';
import { Decimal } from './Decimal';

const places = 9;

/**
 * An amount in one currency, in whole nano-units: the form in which it is stored and added up, so that sums are exact.
 *
 * @public
 */
export class Money {
  /** Rounds a product of price and quantity, once, to nano-units, half away from zero. */
  static of(amount: Decimal, currency: string): Money {
    return new Money(amount.scaledTo(places), currency);
  }

  /**
   * Reads a decimal amount as it stands in JSON.
   *
   * @throws InputError if it is no decimal number, or the currency no code of ISO 4217 such as `EUR`
   */
  static parse(
    amount: string,
    currency: string,
    options: FieldOptions = {},
  ): Money {
    return Money.of(
      Decimal.parse(amount, options),
      parseCurrency(currency, options),
    );
  }

  static ofNanos(nanos: bigint, currency: string): Money {
    return new Money(nanos, currency);
  }

  /**
   * Adds up.
   *
   * @throws TypeError for amounts of another currency
   */
  static sum(amounts: readonly Money[], currency: string): Money {
    return amounts.reduce(
      (total, amount) => total.plus(amount),
      new Money(0n, currency),
    );
  }

  /** In units of 10^-9. */
  readonly nanos: bigint;
  /** ISO 4217: `USD`. */
  readonly currency: string;

  private constructor(nanos: bigint, currency: string) {
    this.nanos = nanos;
    this.currency = currency;
  }

  /** @throws TypeError for an amount of another currency: there is no sum without an exchange rate */
  plus(other: Money): Money {
    if (other.currency !== this.currency) {
      throw new TypeError(
        `Cannot add ${other.currency} to ${this.currency} without an exchange rate`,
      );
    }
    return new Money(this.nanos + other.nanos, this.currency);
  }

  /**
   * Shares it out by weight, to the last nano-unit: the parts add up to the whole.
   *
   * @throws RangeError without weights, with a negative one, or when all are zero
   */
  split(weights: readonly Decimal[]): Money[] {
    return apportion(this.nanos, weights).map(
      nanos => new Money(nanos, this.currency),
    );
  }

  /** As a decimal number of units. */
  toDecimal(): Decimal {
    return Decimal.parse(`${this.nanos}e-${places}`);
  }

  /** The decimal string of JSON, without the currency: `3.2`. */
  toString(): string {
    return this.toDecimal().toString();
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * Reads a currency code of ISO 4217.
 *
 * @throws InputError for anything but three capitals
 */
export function parseCurrency(
  code: string,
  options: FieldOptions = {},
): string {
  if (!/^[A-Z]{3}$/.test(code)) {
    throw invalidValue(code, {
      ...options,
      expected:
        'is not a currency: write its three letters of ISO 4217, for example USD or EUR',
    });
  }
  return code;
}
