import { Decimal } from '../money/Decimal';

const bytesPerGiB = Decimal.ofInteger(1024n ** 3n);

/** Bytes in GiB, to 24 decimal places: well below a byte. */
export function gibibytes(bytes: number): Decimal {
  return Decimal.parse(bytes).dividedBy(bytesPerGiB);
}
