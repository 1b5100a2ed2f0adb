import { Decimal } from '../money/Decimal';

const secondsPerDay = Decimal.ofInteger(86_400);

export function secondsInDays(seconds: number): Decimal {
  return Decimal.parse(seconds).dividedBy(secondsPerDay);
}
