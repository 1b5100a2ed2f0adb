import { FieldOptions, invalidValue } from './invalidValue';

/**
 * How a quantity is written: `12Mi`, `12M` or `12e6`. It is kept when the quantity is written again.
 *
 * @public
 */
export type QuantityFormat = 'BinarySI' | 'DecimalSI' | 'DecimalExponent';

const nanosPerUnit = 10n ** 9n;
/** Binary quantities stop at the largest 64-bit integer, as in Kubernetes. */
const largestBinary = (2n ** 63n - 1n) * nanosPerUnit;
/** Kubernetes takes any exponent; beyond this the number has no meaning and only costs memory. */
const largestExponent = 1000;

const decimalExponents = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const decimalSuffixes = new Map(
  Array.from(decimalExponents, ([suffix, exponent]) => [exponent, suffix]),
);
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const pattern =
  /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?([numkMGTPE]?|[KMGTPE]i|[eE][+-]?\d+)$/;

/**
 * A Kubernetes quantity: a number with nine decimal places and a suffix.
 *
 * @remarks
 * Reads, rounds, caps and writes as `k8s.io/apimachinery/pkg/api/resource` does: what is smaller than a nano is rounded away from
 * zero, and binary quantities are capped at 2^63-1.
 *
 * @public
 */
export class Quantity {
  /**
   * Reads a quantity. A number is taken for its decimal text, as the API server does.
   *
   * @throws InputError if the text is no quantity
   */
  static parse(text: string | number, options: FieldOptions = {}): Quantity {
    const match = pattern.exec(String(text));
    if (!match) {
      throw invalidValue(text, {
        ...options,
        expected:
          'is not a Kubernetes quantity: write a number with a suffix or none, for example 10Gi, 500M, 100m or 1e9',
      });
    }
    const [, sign, integer, fraction = '', suffix] = match;
    const mantissa = BigInt(`${integer}${fraction}` || '0');
    const scale = -fraction.length;
    const binary = binarySuffixes.indexOf(suffix);

    let nanos: bigint;
    let format: QuantityFormat;
    if (binary > 0) {
      nanos = scaled(mantissa * 1024n ** BigInt(binary), scale + 9);
      if (nanos > largestBinary) nanos = largestBinary;
      // Less than one unit cannot be told in binary suffixes.
      format = nanos > 0n && nanos < nanosPerUnit ? 'DecimalSI' : 'BinarySI';
    } else {
      const suffixExponent = decimalExponents.get(suffix);
      const exponent = suffixExponent ?? Number(suffix.slice(1));
      if (Math.abs(exponent) > largestExponent) {
        throw invalidValue(text, {
          ...options,
          expected: `has an exponent beyond ${largestExponent}: quantities go up to 9223372036854775807`,
        });
      }
      nanos = scaled(mantissa, scale + exponent + 9);
      format = suffixExponent === undefined ? 'DecimalExponent' : 'DecimalSI';
    }
    return new Quantity(sign === '-' ? -nanos : nanos, format);
  }

  /** The exact value in units of 10^-9. */
  readonly nanos: bigint;
  readonly format: QuantityFormat;

  private constructor(nanos: bigint, format: QuantityFormat) {
    this.nanos = nanos;
    this.format = format;
  }

  /** Negative, zero or positive, as for `Array.sort`. */
  compare(other: Quantity): number {
    if (this.nanos === other.nanos) return 0;
    return this.nanos < other.nanos ? -1 : 1;
  }

  /** The value as a floating point number, with about 15 digits. */
  toNumber(): number {
    return Number(this.nanos) / 1e9;
  }

  /** The value in whole units, as bytes are counted, rounded away from zero; exact up to 2^53 (8 PiB). */
  toBytes(): number {
    return Number(scaled(this.nanos, -9));
  }

  /** The canonical form: no fraction, and the largest suffix that loses nothing. `1.5Gi` becomes `1536Mi`, `1.5` becomes `1500m`. */
  toString(): string {
    if (this.nanos === 0n) return '0';
    const whole = this.nanos / nanosPerUnit;
    if (
      this.format === 'BinarySI' &&
      this.nanos % nanosPerUnit === 0n &&
      (whole <= -1024n || whole >= 1024n)
    ) {
      const [amount, power] = withoutFactors(whole, 1024n);
      return `${amount}${binarySuffixes[power]}`;
    }
    const [amount, thousands] = withoutFactors(this.nanos, 1000n);
    const exponent = thousands * 3 - 9;
    if (this.format === 'DecimalExponent') {
      return exponent === 0 ? `${amount}` : `${amount}e${exponent}`;
    }
    // Kubernetes drops the suffix, and with it the size, where there is none for the exponent; zeros keep it.
    const suffixed = Math.min(exponent, 18);
    return `${amount * 10n ** BigInt(exponent - suffixed)}${decimalSuffixes.get(
      suffixed,
    )}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * Reads a size, `10Gi`, in bytes.
 *
 * @throws InputError if the text is no quantity, or negative
 * @public
 */
export function parseBytes(
  text: string | number,
  options: FieldOptions = {},
): number {
  const quantity = Quantity.parse(text, options);
  if (quantity.nanos < 0n) {
    throw invalidValue(text, {
      ...options,
      expected: 'is negative: a size is zero or more, for example 10Gi',
    });
  }
  return quantity.toBytes();
}

/** Times a power of ten, rounded away from zero. */
function scaled(value: bigint, exponent: number): bigint {
  if (exponent >= 0) return value * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  const quotient = value / divisor;
  if (value % divisor === 0n) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}

function withoutFactors(value: bigint, factor: bigint): [bigint, number] {
  let amount = value;
  let power = 0;
  while (amount % factor === 0n) {
    amount /= factor;
    power += 1;
  }
  return [amount, power];
}
