import {
  bill,
  ebs,
  gib,
  now,
  pricingContext,
} from '../__testUtils__/pricingContext';
import { priceCompute } from '../pricing/priceCompute';
import { priceVolumes } from '../pricing/priceVolumes';
import { loadPriceBook } from './loadPriceBook';

const gp3 = { class: ebs({ type: 'gp3' }), capacityBytes: 100 * gib };

describe('loadPriceBook', () => {
  it.each([[undefined], [{}]])('is what is shipped for %j', stated => {
    const { book, problems } = loadPriceBook(stated);
    expect(problems).toEqual([]);
    expect(book.currency).toBe('USD');
    expect(book.providers()).toEqual(['aws', 'azure', 'gcp', 'on-premises']);
    expect(book.regions('aws')).toEqual(['us-east-1', 'us-east-2']);
    expect(book.products('azure', 'eastus', 'object')).toEqual([
      'hot',
      'cool',
      'cold',
      'archive',
    ]);
    expect(book.products('aws', 'us-east-1', 'compute')).toEqual([
      'm6i',
      'm7g',
      'm8g',
    ]);
  });

  it('takes a discount off, and keeps the list price', () => {
    const context = pricingContext({
      discounts: [
        { provider: 'aws', kind: 'block', product: 'gp3', percent: '12.5' },
        { provider: 'aws', percent: 50 },
      ],
    });
    const [line] = priceVolumes(context, gp3).lines;
    expect(line).toMatchObject({
      unitPrice: '0.07',
      listUnitPrice: '0.08',
      amount: '7',
    });
    const [cpu] = priceCompute(context, {
      provider: 'aws',
      region: 'us-east-1',
      cpuCores: 2,
      count: 1,
    }).lines;
    expect(cpu).toMatchObject({ unitPrice: '0.0165', listUnitPrice: '0.033' });
  });

  it('converts by the configured rate, and has no price without one', () => {
    const euro = pricingContext({
      currency: 'EUR',
      exchangeRates: { USD: '0.92' },
    });
    const [line] = priceVolumes(euro, gp3).lines;
    expect(line).toMatchObject({ unitPrice: '0.0736', amount: '7.36' });
    expect(line.source.note).toBe('0.92 EUR for 1 USD, as configured.');

    const without = priceVolumes(pricingContext({ currency: 'EUR' }), gp3);
    expect(without).toEqual({
      lines: [],
      unpriced: [
        {
          what: 'capacity',
          reason:
            'it is priced in USD, and no exchange rate to EUR is configured',
        },
      ],
    });
  });

  it('prices a region like another one, unverified', () => {
    const context = pricingContext({
      regions: [
        {
          provider: 'aws',
          region: 'eu-central-1',
          like: 'us-east-1',
          factor: '1.19',
        },
      ],
    });
    expect(context.book.regions('aws')).toContain('eu-central-1');
    expect(context.book.products('aws', 'eu-central-1', 'block')).toContain(
      'io2',
    );
    const { lines } = priceVolumes(context, {
      ...gp3,
      class: { ...gp3.class, region: 'eu-central-1' },
    });
    expect(bill(lines)).toEqual(['capacity 100 GiB-month @ 0.0952 = 9.52']);
    expect(lines[0].source).toMatchObject({
      row: 'aws/eu-central-1/block/gp3/capacity',
      verified: false,
      note: 'Prices of us-east-1 times 1.19, as configured for eu-central-1.',
    });
  });

  it('adds providers, and replaces single prices of one that is shipped', () => {
    const source = { title: 'Our contract', asOf: '2026-10' };
    const row = { unit: 'GiB-month', source: 'contract', verified: true };
    const context = pricingContext({
      books: [
        {
          provider: 'aws',
          currency: 'USD',
          sources: { contract: source },
          products: [
            {
              kind: 'block',
              name: 'gp3',
              regions: ['us-east-1'],
              rows: [{ ...row, meter: 'capacity', price: '0.05' }],
            },
          ],
        },
        {
          provider: 'our-cloud',
          currency: 'USD',
          sources: { contract: source },
          products: [
            {
              kind: 'block',
              name: 'ssd',
              regions: ['berlin'],
              rows: [{ ...row, meter: 'capacity', price: '0.11' }],
            },
          ],
          drivers: [
            { names: ['ssd.our-cloud.example'], defaultProduct: 'ssd' },
          ],
        },
      ],
    });
    const { lines } = priceVolumes(context, { ...gp3, iops: 4000 });
    expect(bill(lines)).toEqual([
      'capacity 100 GiB-month @ 0.05 = 5',
      'iops 1000 IOPS-month @ 0.005 = 5',
    ]);
    expect(lines[0].source).toMatchObject({
      title: 'Our contract',
      old: false,
    });
    const own = priceVolumes(context, {
      class: {
        provisioner: 'ssd.our-cloud.example',
        parameters: {},
        region: 'berlin',
      },
      capacityBytes: gib,
    });
    expect(own.lines[0].amount).toBe('0.11');
  });

  it.each<[unknown, string, string]>([
    [
      'free',
      'holdfast.prices',
      'holdfast.prices: "free" is not a set of keys and values',
    ],
    [
      { curency: 'EUR' },
      'holdfast.prices',
      'holdfast.prices: "curency" is not a key here: write one of currency, exchangeRates, maxAge, discounts, regions, storageClasses, fallback, books',
    ],
    [
      { currency: 'Euro' },
      'holdfast.prices.currency',
      'holdfast.prices.currency: "Euro" is not a currency: write its three letters of ISO 4217, for example USD or EUR',
    ],
    [
      { exchangeRates: { USD: 0 } },
      'holdfast.prices.exchangeRates.USD',
      'holdfast.prices.exchangeRates.USD: "0" is zero: write more than zero',
    ],
    [
      { maxAge: 'a year' },
      'holdfast.prices.maxAge',
      'holdfast.prices.maxAge: "a year" is not a duration: write for example 5m, 4h, 7d, 2w or, in ISO 8601, PT5M, P7D',
    ],
    [
      { discounts: [{ provider: 'aws', percent: 120 }] },
      'holdfast.prices.discounts[0]',
      'holdfast.prices.discounts[0].percent: "120" is above 100: write the percentage that is taken off',
    ],
    [
      { discounts: { provider: 'aws' } },
      'holdfast.prices.discounts',
      'holdfast.prices.discounts: "[object Object]" is not a list',
    ],
    [
      { storageClasses: [{ name: 'fast', capacity: '0,05' }] },
      'holdfast.prices.storageClasses[0]',
      'holdfast.prices.storageClasses[0].capacity: "0,05" is not a decimal number: write digits with a point, for example 0.08',
    ],
    [
      { storageClasses: [{ name: 'fast' }] },
      'holdfast.prices.storageClasses[0]',
      'holdfast.prices.storageClasses[0].capacity: is missing: write the price of a GiB for a month',
    ],
    [
      { storageClasses: [{ name: 'fast', capacity: '-1' }] },
      'holdfast.prices.storageClasses[0]',
      'holdfast.prices.storageClasses[0].capacity: "-1" is negative: write zero or more',
    ],
    [
      { storageClasses: [{ name: 'fast', capacity: 1, asOf: 'May' }] },
      'holdfast.prices.storageClasses[0]',
      'holdfast.prices.storageClasses[0].asOf: "May" is not a date: write a year, a month or a day, for example 2026-09 or 2026-09-30',
    ],
  ])('reports %j', (stated, field, message) => {
    const { book, problems } = loadPriceBook(stated);
    expect(problems).toEqual([{ field, message }]);
    // The rest holds.
    expect(priceVolumes({ book, now }, gp3).lines[0].amount).toBe('8');
  });

  it('never prices a storage class by the list because its own price cannot be read', () => {
    const { book, problems } = loadPriceBook({
      storageClasses: [
        { name: 'mine', capacity: 'cheap' },
        { name: 'other', capacity: '0.02' },
      ],
    });
    expect(problems).toHaveLength(1);
    const price = (storageClass: string) =>
      priceVolumes(
        { book, now },
        { ...gp3, class: { ...gp3.class, storageClass } },
      );
    expect(price('mine')).toEqual({
      lines: [],
      unpriced: [
        {
          what: 'capacity',
          reason: `its price cannot be read: ${problems[0].message}`,
        },
      ],
    });
    expect(price('other').lines[0].amount).toBe('2');
  });

  it('takes a price of zero for what it is when somebody states it', () => {
    const context = pricingContext({
      storageClasses: [{ name: 'left-over', capacity: 0 }],
    });
    const { lines, unpriced } = priceVolumes(context, {
      class: { storageClass: 'left-over' },
      capacityBytes: gib,
    });
    expect(bill(lines)).toEqual(['capacity 1 GiB-month @ 0 = 0']);
    expect(unpriced).toEqual([]);
  });
});
