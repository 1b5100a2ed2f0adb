import { handOut } from './apportion';
import { Decimal } from './Decimal';
import { Money } from './Money';

/**
 * Rounds the rows of a table for people so that they still add up to its total.
 *
 * @remarks
 * The total is rounded once, from the exact sum; the rows are rounded down, and what is missing goes to those that lost most (largest
 * remainder). So a row may be shown a unit above or below its own rounding, and the table is right.
 *
 * @param fractionDigits - Digits behind the point: 2 for cents
 * @public
 */
export function roundRows(
  rows: readonly Money[],
  fractionDigits = 2,
): { rows: string[]; total: string } {
  const nanosPerUnit = 10n ** BigInt(9 - fractionDigits);
  const units = rows.map(({ nanos }) => floorDivision(nanos, nanosPerUnit));
  const sum = rows.reduce((total, { nanos }) => total + nanos, 0n);
  const total = Decimal.parse(`${sum}e-9`).scaledTo(fractionDigits);
  const losses = rows.map(({ nanos }, index) => ({
    index,
    loss: nanos - units[index] * nanosPerUnit,
  }));
  const write = (value: bigint) => fixed(value, fractionDigits);
  return {
    rows: handOut(total, units, losses).map(write),
    total: write(total),
  };
}

function floorDivision(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

/** With all its digits: 3.20, not 3.2. */
function fixed(value: bigint, fractionDigits: number): string {
  if (fractionDigits === 0) return String(value);
  const sign = value < 0n ? '-' : '';
  const digits = String(value < 0n ? -value : value).padStart(
    fractionDigits + 1,
    '0',
  );
  const point = digits.length - fractionDigits;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
