import fc from 'fast-check';
import { Money } from './Money';
import { roundRows } from './roundRows';

const usd = (amount: string) => Money.parse(amount, 'USD');

describe('roundRows', () => {
  it('gives the missing cent to the row that lost most', () => {
    // Each rounded alone makes 0.99, of a total of 1.00.
    const thirds = ['0.333333333', '0.333333334', '0.333333333'].map(usd);
    expect(roundRows(thirds)).toEqual({
      rows: ['0.33', '0.34', '0.33'],
      total: '1.00',
    });
  });

  it('keeps the zeros, and knows currencies without cents', () => {
    expect(roundRows([usd('3.2'), usd('5')]).rows).toEqual(['3.20', '5.00']);
    expect(roundRows([usd('3.2'), usd('5.5')], 0)).toEqual({
      rows: ['3', '6'],
      total: '9',
    });
    expect(roundRows([])).toEqual({ rows: [], total: '0.00' });
  });

  it('adds up, and moves no row by a unit or more', () => {
    const arbitraryRows = fc.array(
      fc
        .bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
        .map(nanos => Money.ofNanos(nanos, 'USD')),
    );
    fc.assert(
      fc.property(
        arbitraryRows,
        fc.integer({ min: 0, max: 4 }),
        (rows, digits) => {
          const rounded = roundRows(rows, digits);
          const shown = rounded.rows.map(usd);
          expect(Money.sum(shown, 'USD').nanos).toBe(usd(rounded.total).nanos);
          shown.forEach((row, index) => {
            const moved = row.nanos - rows[index].nanos;
            const unit = 10n ** BigInt(9 - digits);
            expect(moved < unit && moved > -unit).toBe(true);
          });
        },
      ),
    );
  });
});
