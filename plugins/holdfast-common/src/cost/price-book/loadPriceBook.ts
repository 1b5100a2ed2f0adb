import { parseDuration } from '../../quantity';
import { parseCurrency } from '../money/Money';
import aws from './aws.json';
import azure from './azure.json';
import gcp from './gcp.json';
import onPremises from './onPremises.json';
import {
  OwnStorageClass,
  readFallback,
  readOwnStorageClass,
  unreadableStorageClass,
} from './OwnStorageClass';
import { PriceBook } from './PriceBook';
import { PriceProblem, readOrReport } from './PriceProblem';
import {
  PriceSettings,
  readDiscount,
  readRegionLikeness,
} from './PriceSettings';
import { readPriceBook } from './readPriceBook';
import { StatedRecord } from './StatedRecord';

const field = 'holdfast.prices';
const keys = [
  'currency',
  'exchangeRates',
  'maxAge',
  'discounts',
  'regions',
  'storageClasses',
  'fallback',
  'books',
];
const defaultMaxAge = '365d';

/** The books that are shipped, each under the name of its file. */
export const shippedBooks: readonly [string, unknown][] = [
  ['aws.json', aws],
  ['azure.json', azure],
  ['gcp.json', gcp],
  ['onPremises.json', onPremises],
];

/**
 * Reads the price book that is shipped, and the configuration under `holdfast.prices` on top of it.
 *
 * @example
 * ```yaml
 * holdfast:
 *   prices:
 *     currency: EUR
 *     exchangeRates: { USD: '0.92' }
 *     discounts:
 *       - { provider: aws, kind: block, percent: '7.5' }
 *     regions:
 *       - { provider: aws, region: eu-central-1, like: us-east-1, factor: '1.19' }
 *     storageClasses:
 *       - { name: fast-local, cluster: prod-eu, capacity: '0.05', copies: 2, asOf: 2026-10 }
 *     books: [] # prices of another provider, or others of one that is shipped: see StatedPriceBook
 * ```
 *
 * @remarks
 * It never throws for what somebody wrote: what cannot be read is a problem, and has no price rather than another one.
 *
 * @public
 */
export function loadPriceBook(stated: unknown = {}): {
  book: PriceBook;
  problems: PriceProblem[];
} {
  const problems: PriceProblem[] = [];
  const config =
    readOrReport(field, problems, () =>
      StatedRecord.read(stated ?? {}, field, keys),
    ) ?? StatedRecord.read({}, field, keys);
  const read = <T>(key: string, reader: () => T): T | undefined =>
    readOrReport(`${field}.${key}`, problems, reader);
  const readEach = <T>(
    key: string,
    reader: (value: unknown, at: string) => T,
  ): T[] =>
    (read(key, () => config.list(key)) ?? []).flatMap(item => {
      const entry = readOrReport(item.field, problems, () =>
        reader(item.value, item.field),
      );
      return entry ?? [];
    });

  const currency =
    read('currency', () =>
      parseCurrency(config.optionalText('currency') ?? 'USD', {
        field: config.fieldOf('currency'),
      }),
    ) ?? 'USD';
  const settings: PriceSettings = {
    currency,
    exchangeRates: readRates(config, problems),
    maxAgeSeconds:
      read('maxAge', () =>
        parseDuration(config.optionalText('maxAge') ?? defaultMaxAge, {
          field: config.fieldOf('maxAge'),
        }),
      ) ?? parseDuration(defaultMaxAge),
    discounts: readEach('discounts', readDiscount),
    regions: readEach('regions', readRegionLikeness),
  };
  const shipped = shippedBooks.map(([name, book]) =>
    readPriceBook(book, name, problems),
  );
  const configured = (read('books', () => config.list('books')) ?? []).map(
    item => readPriceBook(item.value, item.field, problems),
  );
  const book = PriceBook.create({
    providers: [...shipped, ...configured].flatMap(prices => prices ?? []),
    storageClasses: readStorageClasses(config, currency, problems),
    fallback: config.has('fallback')
      ? read('fallback', () =>
          readFallback(
            config.value('fallback'),
            config.fieldOf('fallback'),
            currency,
          ),
        )
      : undefined,
    settings,
  });
  return { book, problems };
}

function readRates(
  config: StatedRecord,
  problems: PriceProblem[],
): PriceSettings['exchangeRates'] {
  const at = config.fieldOf('exchangeRates');
  const entries =
    readOrReport(at, problems, () => config.entries('exchangeRates')) ?? [];
  const rates: PriceSettings['exchangeRates'] = new Map();
  for (const [code, value] of entries) {
    readOrReport(`${at}.${code}`, problems, () => {
      const record = StatedRecord.read({ [code]: value }, at, [code]);
      rates.set(parseCurrency(code, { field: at }), record.positive(code));
    });
  }
  return rates;
}

function readStorageClasses(
  config: StatedRecord,
  currency: string,
  problems: PriceProblem[],
): OwnStorageClass[] {
  const items =
    readOrReport(config.fieldOf('storageClasses'), problems, () =>
      config.list('storageClasses'),
    ) ?? [];
  return items.flatMap(item => {
    const before = problems.length;
    const own = readOrReport(item.field, problems, () =>
      readOwnStorageClass(item.value, item.field, currency),
    );
    if (own) return [own];
    const reason = problems[before]?.message ?? item.field;
    return unreadableStorageClass(item.value, item.field, reason) ?? [];
  });
}
