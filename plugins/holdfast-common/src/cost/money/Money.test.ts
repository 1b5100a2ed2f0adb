import fc from 'fast-check';
import { Decimal } from './Decimal';
import { Money } from './Money';

const usd = (amount: string) => Money.parse(amount, 'USD');
const arbitraryMoney = fc
  .bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  .map(nanos => Money.ofNanos(nanos, 'USD'));
const arbitraryWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 })
  .filter(weights => weights.some(weight => weight > 0))
  .map(weights => weights.map(weight => Decimal.ofInteger(weight)));

describe('Money', () => {
  it('is a whole number of nano-units, and a decimal string in JSON', () => {
    expect(usd('3.2').nanos).toBe(3_200_000_000n);
    expect(JSON.stringify({ amount: usd('3.20') })).toBe('{"amount":"3.2"}');
    expect(usd('0.0000000015').toString()).toBe('0.000000002');
  });

  it('refuses what is no currency', () => {
    expect(() => Money.parse('1', 'euro', { field: 'currency' })).toThrow(
      'currency: "euro" is not a currency: write its three letters of ISO 4217, for example USD or EUR',
    );
  });

  it('never adds two currencies', () => {
    expect(() => usd('1').plus(Money.parse('1', 'EUR'))).toThrow(TypeError);
    expect(() => Money.sum([usd('1')], 'EUR')).toThrow(TypeError);
  });

  it('splits by the largest remainder', () => {
    const thirds = Money.ofNanos(100n, 'USD').split([
      Decimal.one,
      Decimal.one,
      Decimal.one,
    ]);
    expect(thirds.map(({ nanos }) => nanos)).toEqual([34n, 33n, 33n]);
  });

  it('loses nothing when it is split', () => {
    fc.assert(
      fc.property(arbitraryMoney, arbitraryWeights, (money, weights) => {
        const parts = money.split(weights);
        expect(parts).toHaveLength(weights.length);
        expect(Money.sum(parts, 'USD').nanos).toBe(money.nanos);
        const unweighted = parts.filter((_, index) => weights[index].isZero);
        expect(unweighted.every(({ nanos }) => nanos === 0n)).toBe(true);
      }),
    );
  });

  it.each([[[]], [['0', '0']], [['1', '-1', '3']]])(
    'cannot be split by %j',
    weights => {
      const decimals = weights.map(weight => Decimal.parse(weight));
      expect(() => usd('1').split(decimals)).toThrow(RangeError);
    },
  );
});
