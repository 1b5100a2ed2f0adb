import { invalidValue } from '../../quantity/invalidValue';
import { Decimal } from '../money/Decimal';
import { parseCurrency } from '../money/Money';
import { Driver, readDriver } from './Driver';
import { PriceProblem, readOrReport } from './PriceProblem';
import {
  isTermName,
  Product,
  ProductKind,
  productKinds,
  Term,
  TermName,
  unitOfTerm,
} from './PriceRow';
import {
  readAsOf,
  readPriceRow,
  readReference,
  Sources,
  unreadableRow,
  UnplacedRow,
} from './readPriceRow';
import { StatedRecord } from './StatedRecord';

export const billingBases = ['capacity', 'use'] as const;

/** The prices of one provider, as they are kept. */
export interface ProviderPrices {
  provider: string;
  products: Product[];
  drivers: Driver[];
  defaultCompute?: string;
}

/**
 * Reads the prices of one provider: see `StatedPriceBook` for the format.
 *
 * @remarks
 * What cannot be read becomes a problem, and the rest holds: a bad row leaves its product without that price, never with another one.
 */
export function readPriceBook(
  stated: unknown,
  field: string,
  problems: PriceProblem[],
): ProviderPrices | undefined {
  return readOrReport(field, problems, () => {
    const book = StatedRecord.read(stated, field, [
      'provider',
      'currency',
      'sources',
      'products',
      'drivers',
      'defaultCompute',
    ]);
    const provider = book.text('provider');
    const currency = parseCurrency(book.text('currency'), {
      field: book.fieldOf('currency'),
    });
    const sources = readSources(book, problems);
    const products = book.list('products').flatMap(item => {
      const read = () =>
        readProduct(item, { provider, currency, sources, problems });
      return readOrReport(item.field, problems, read) ?? [];
    });
    const drivers = book.list('drivers').flatMap(item => {
      const read = () => readDriver(item.value, item.field, provider);
      return readOrReport(item.field, problems, read) ?? [];
    });
    return {
      provider,
      products,
      drivers,
      defaultCompute: book.optionalText('defaultCompute'),
    };
  });
}

function readSources(book: StatedRecord, problems: PriceProblem[]): Sources {
  const sources: Sources = new Map();
  for (const [key, value] of book.entries('sources')) {
    const field = `${book.fieldOf('sources')}.${key}`;
    const source = readOrReport(field, problems, () => {
      const record = StatedRecord.read(value, field, ['title', 'url', 'asOf']);
      return {
        title: record.text('title'),
        url: record.optionalText('url'),
        asOf: readAsOf(record) ?? record.text('asOf'),
      };
    });
    if (source) sources.set(key, source);
  }
  return sources;
}

function readProduct(
  item: { value: unknown; field: string },
  context: {
    provider: string;
    currency: string;
    sources: Sources;
    problems: PriceProblem[];
  },
): Product[] {
  const { provider, currency, sources, problems } = context;
  const product = StatedRecord.read(item.value, item.field, [
    'kind',
    'name',
    'regions',
    'billingStep',
    'billingSizes',
    'billedOn',
    'rows',
    'terms',
  ]);
  const kind: ProductKind = product.oneOf('kind', productKinds);
  const name = product.text('name');
  const rows = readRows(product, sources, problems);
  const common = {
    provider,
    kind,
    name,
    terms: readTerms(product, sources, problems),
    billingStep: product.optionalPositive('billingStep'),
    billingSizes: product.texts('billingSizes').map((size, index) =>
      Decimal.parse(size, {
        field: `${product.fieldOf('billingSizes')}[${index}]`,
      }),
    ),
    billedOn: product.optionalOneOf('billedOn', billingBases) ?? 'capacity',
    copies: Decimal.one,
  };
  return product.texts('regions').map(region => ({
    ...common,
    region,
    rows: rows.map(row => ({
      ...row,
      currency,
      id: [provider, region, kind, name, row.meter, row.to]
        .filter(part => part !== undefined)
        .join('/'),
    })),
  }));
}

function readRows(
  product: StatedRecord,
  sources: Sources,
  problems: PriceProblem[],
): UnplacedRow[] {
  return product.list('rows').flatMap(({ value, field }) => {
    const before = problems.length;
    const read = () => readPriceRow(value, field, sources);
    const row = readOrReport(field, problems, read);
    if (row) return [row];
    const reason = problems[before]?.message ?? field;
    return unreadableRow(value, field, reason) ?? [];
  });
}

function readTerms(
  product: StatedRecord,
  sources: Sources,
  problems: PriceProblem[],
): Map<TermName, Term> {
  const terms = new Map<TermName, Term>();
  for (const { value, field } of product.list('terms')) {
    readOrReport(field, problems, () => {
      const record = StatedRecord.read(value, field, [
        'term',
        'value',
        'unit',
        'source',
        'asOf',
        'verified',
        'note',
      ]);
      const term = record.text('term');
      if (!isTermName(term)) {
        throw invalidValue(term, {
          field: record.fieldOf('term'),
          expected: `is not known: write one of ${Object.keys(unitOfTerm).join(
            ', ',
          )}`,
        });
      }
      terms.set(term, {
        value: record.amount('value'),
        unit: record.oneOf('unit', [unitOfTerm[term]]),
        reference: readReference(record, sources),
      });
    });
  }
  return terms;
}
