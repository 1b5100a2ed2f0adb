import { shippedBooks } from './loadPriceBook';
import { PriceProblem } from './PriceProblem';
import { readPriceBook } from './readPriceBook';

const capacity = {
  meter: 'capacity',
  unit: 'GiB-month',
  price: '0.1',
  source: 'page',
  verified: true,
};

function read(rows: unknown[], product: object = {}) {
  const problems: PriceProblem[] = [];
  const prices = readPriceBook(
    {
      provider: 'mine',
      currency: 'USD',
      sources: { page: { title: 'A page', asOf: '2026-09' } },
      products: [
        { kind: 'block', name: 'ssd', regions: ['here'], rows, ...product },
      ],
    },
    'book',
    problems,
  );
  return { rows: prices?.products[0]?.rows, problems };
}

describe('readPriceBook', () => {
  it.each(shippedBooks)('reads all of %s', (name, stated) => {
    const problems: PriceProblem[] = [];
    const prices = readPriceBook(stated, name, problems);
    expect(problems).toEqual([]);
    const rows = prices?.products.flatMap(product => product.rows) ?? [];
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { reference } of rows) {
      expect(reference.title).not.toBe('');
      expect(reference.asOf).toMatch(/^20\d\d/);
    }
  });

  it('keeps the good rows beside a bad one, whose price is not known', () => {
    const bad = { ...capacity, meter: 'iops', unit: 'IOPS-month', price: '$5' };
    const { rows, problems } = read([capacity, bad, { meter: 'dreams' }]);
    expect(rows).toMatchObject([
      { id: 'mine/here/block/ssd/capacity', scheme: { type: 'flat' } },
      {
        id: 'mine/here/block/ssd/iops',
        scheme: { type: 'unpriced', reason: expect.stringContaining('"$5"') },
      },
    ]);
    expect(problems.map(({ field }) => field)).toEqual([
      'book.products[0].rows[1]',
      'book.products[0].rows[2]',
    ]);
  });

  it.each<[object, string]>([
    [
      { unit: 'GB' },
      'unit: "GB" is not known: write one of GiB-month, GiB-hour, disk-month',
    ],
    [{ price: 'x' }, 'price: "x" is not a decimal number'],
    [{ source: 'blog' }, 'source: "blog" is not a source of this book'],
    [{ verified: 'yes' }, 'verified: "yes" is neither true nor false'],
    [{ verified: undefined }, 'verified: is missing'],
    [{ meter: 'size' }, 'meter: "size" is not known: write one of capacity,'],
    [{ unit: 'disk-month' }, 'unit: "disk-month" does not fit'],
    [
      { price: undefined, steps: [{ price: '1' }, { upTo: 5, price: '2' }] },
      'steps: only the last step may be without "upTo"',
    ],
    [
      {
        price: undefined,
        steps: [
          { upTo: 5, price: '1' },
          { upTo: 5, price: '2' },
        ],
      },
      'steps[1].upTo: "5" is not above 5, which comes before it',
    ],
    [{ prize: '1' }, '"prize" is not a key here: write one of meter, unit'],
  ])('refuses a row with %j', (change, message) => {
    const { problems } = read([{ ...capacity, ...change }]);
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toContain('book.products[0].rows[0]');
    expect(problems[0].message).toContain(message);
  });

  it.each<[object, string]>([
    [{ price: undefined }, 'has no price: write exactly one of price, steps'],
    [{ unpriced: 'why' }, 'has price and unpriced: write exactly one of'],
  ])('wants one way of pricing: %j', (change, message) => {
    const { problems } = read([{ ...capacity, ...change }]);
    expect(problems[0].message).toContain(message);
  });

  it('repeats units of terms, so that nobody takes days for seconds', () => {
    const term = {
      term: 'minimum-days',
      value: '30',
      unit: 'month',
      source: 'page',
      verified: true,
    };
    const { problems } = read([capacity], { terms: [term] });
    expect(problems[0].message).toBe(
      'book.products[0].terms[0].unit: "month" is not known: write one of day',
    );
  });
});
