import fc from 'fast-check';
import { Decimal } from './Decimal';

const of = (text: string | number) => Decimal.parse(text);
const arbitraryDecimal = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([digits, scale]) => of(`${digits}e-${scale}`));

describe('Decimal', () => {
  it.each([
    ['0.08', '0.08'],
    ['0.080', '0.08'],
    ['12', '12'],
    ['-0.50', '-0.5'],
    ['1.5e-7', '0.00000015'],
    ['1e3', '1000'],
    ['-0', '0'],
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    ['0.00005479452', '0.00005479452'],
  ])('reads %s as %s', (text, expected) => {
    expect(of(text).toString()).toBe(expected);
    expect(JSON.stringify({ price: of(text) })).toBe(`{"price":"${expected}"}`);
  });

  it.each(['', ' 1', '1,5', '$3', '.5', '5.', 'NaN', '0x10', '1e9999'])(
    'refuses %j and says what would be right',
    text => {
      expect(() => Decimal.parse(text, { field: 'price' })).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: `price: "${text}" is not a decimal number: write digits with a point, for example 0.08`,
        }),
      );
    },
  );

  it('does not know the error of 0.1 + 0.2', () => {
    expect(of(0.1).plus(of(0.2)).toString()).toBe('0.3');
    expect(of('1.1').times(of('1.1')).toString()).toBe('1.21');
  });

  it.each([
    ['1', '3', '0.333333333333333333333333'],
    ['2', '3', '0.666666666666666666666667'],
    ['-2', '3', '-0.666666666666666666666667'],
    ['730', '24', '30.416666666666666666666667'],
    ['10', '2.5', '4'],
    ['0.001', '0.00025', '4'],
  ])('divides %s by %s', (dividend, divisor, quotient) => {
    expect(of(dividend).dividedBy(of(divisor)).toString()).toBe(quotient);
  });

  it('has no quotient by zero', () => {
    expect(() => of('1').dividedBy(Decimal.zero)).toThrow(RangeError);
  });

  it.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['1.0049', 2, '1'],
    ['7', 2, '7'],
  ])(
    'rounds %s to %i places: half away from zero',
    (text, places, expected) => {
      expect(of(text).rounded(places).toString()).toBe(expected);
    },
  );

  it.each([
    ['0', '0'],
    ['0.001', '1'],
    ['4', '4'],
    ['4.2', '5'],
    ['-4.2', '-4'],
  ])('rounds %s up to %s', (text, expected) => {
    expect(of(text).roundedUp().toString()).toBe(expected);
  });

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(
        arbitraryDecimal,
        arbitraryDecimal,
        arbitraryDecimal,
        (a, b, c) => {
          expect(a.plus(b).minus(b).compare(a)).toBe(0);
          expect(
            a
              .plus(b)
              .times(c)
              .compare(a.times(c).plus(b.times(c))),
          ).toBe(0);
          expect(of(a.toString()).compare(a)).toBe(0);
          expect(Math.sign(a.compare(b))).toBe(-Math.sign(b.compare(a)) + 0);
        },
      ),
    );
  });
});
