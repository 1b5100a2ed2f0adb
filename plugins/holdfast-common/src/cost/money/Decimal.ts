import { FieldOptions, invalidValue } from '../../quantity/invalidValue';

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Of a division, which need not come out even: far below the nano-units that money is rounded to. */
const quotientPlaces = 24;

/**
 * An exact decimal number, for prices and the quantities that they are multiplied with. It is written as plain digits in JSON, and never
 * is a floating point number.
 *
 * @public
 */
export class Decimal {
  static readonly zero = new Decimal(0n, 0);
  static readonly one = new Decimal(1n, 0);

  /**
   * Reads a decimal number: `0.08`, `12`, `1.5e-7`. A number is taken for its decimal text, so that 0.1 is a tenth.
   *
   * @throws InputError if it is something else, such as `1,200.50`, `$3` or `NaN`
   */
  static parse(text: string | number, options: FieldOptions = {}): Decimal {
    const match = pattern.exec(String(text));
    if (!match) {
      throw invalidValue(text, {
        ...options,
        expected:
          'is not a decimal number: write digits with a point, for example 0.08',
      });
    }
    const [, sign, integer, fraction = '', exponent = '0'] = match;
    const digits = BigInt(`${integer}${fraction}`);
    return new Decimal(
      sign === '-' ? -digits : digits,
      fraction.length - Number(exponent),
    );
  }

  static ofInteger(value: bigint | number): Decimal {
    return new Decimal(BigInt(value), 0);
  }

  readonly #digits: bigint;
  /** How many of the digits stand behind the point; never negative. */
  readonly #scale: number;

  private constructor(digits: bigint, scale: number) {
    let [rest, places] =
      scale < 0 ? [digits * 10n ** BigInt(-scale), 0] : [digits, scale];
    while (places > 0 && rest % 10n === 0n) {
      rest /= 10n;
      places -= 1;
    }
    this.#digits = rest;
    this.#scale = places;
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.#scale, other.#scale);
    return new Decimal(this.#at(scale) + other.#at(scale), scale);
  }

  minus(other: Decimal): Decimal {
    const scale = Math.max(this.#scale, other.#scale);
    return new Decimal(this.#at(scale) - other.#at(scale), scale);
  }

  times(other: Decimal): Decimal {
    return new Decimal(
      this.#digits * other.#digits,
      this.#scale + other.#scale,
    );
  }

  /**
   * To 24 decimal places, half away from zero.
   *
   * @throws RangeError for a divisor of zero
   */
  dividedBy(divisor: Decimal): Decimal {
    const places = quotientPlaces + divisor.#scale;
    return new Decimal(
      divideRounded(this.#at(places + this.#scale), divisor.#digits),
      places + this.#scale - divisor.#scale,
    ).rounded(quotientPlaces);
  }

  /** To that many decimal places, half away from zero. */
  rounded(places: number): Decimal {
    return new Decimal(this.scaledTo(places), places);
  }

  /** The least whole number that is not below it. */
  roundedUp(): Decimal {
    const unit = 10n ** BigInt(this.#scale);
    const whole = this.#digits / unit;
    return new Decimal(whole * unit < this.#digits ? whole + 1n : whole, 0);
  }

  /** In units of 10^-places, half away from zero: 1.005 is 101 hundredths. */
  scaledTo(places: number): bigint {
    return places >= this.#scale
      ? this.#at(places)
      : divideRounded(this.#digits, 10n ** BigInt(this.#scale - places));
  }

  /** Negative, zero or positive, as for `Array.sort`. */
  compare(other: Decimal): number {
    const scale = Math.max(this.#scale, other.#scale);
    const difference = this.#at(scale) - other.#at(scale);
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  get isZero(): boolean {
    return this.#digits === 0n;
  }

  get isNegative(): boolean {
    return this.#digits < 0n;
  }

  /** Plain digits without an exponent: `0.00011`, `-12.5`. */
  toString(): string {
    const sign = this.#digits < 0n ? '-' : '';
    const digits = String(this.#digits < 0n ? -this.#digits : this.#digits);
    if (this.#scale === 0) return `${sign}${digits}`;
    const padded = digits.padStart(this.#scale + 1, '0');
    const point = padded.length - this.#scale;
    return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
  }

  toJSON(): string {
    return this.toString();
  }

  #at(scale: number): bigint {
    return this.#digits * 10n ** BigInt(scale - this.#scale);
  }
}

/** The smaller of two. */
export function least(one: Decimal, other: Decimal): Decimal {
  return one.compare(other) <= 0 ? one : other;
}

/** The larger of two. */
export function greatest(one: Decimal, other: Decimal): Decimal {
  return one.compare(other) >= 0 ? one : other;
}

/** Half away from zero. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [absolute(dividend), absolute(divisor)];
  const quotient = (2n * top + bottom) / (2n * bottom);
  return negative ? -quotient : quotient;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
