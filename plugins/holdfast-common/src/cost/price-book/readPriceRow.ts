import { InputError } from '@backstage/errors';
import { invalidValue } from '../../quantity/invalidValue';
import { isMeter, Meter, meters, PriceUnit, unitsOfMeter } from './PriceUnit';
import {
  PriceReference,
  PriceRow,
  PriceScheme,
  PricedSize,
  PriceStep,
} from './PriceRow';
import { Decimal } from '../money/Decimal';
import { StatedRecord } from './StatedRecord';

/** A row before it is known in which region and for which product it holds. */
export type UnplacedRow = Omit<PriceRow, 'id' | 'currency'>;

/** The documents of a book, by key. */
export type Sources = Map<
  string,
  { title: string; url?: string; asOf: string }
>;

const rowKeys = [
  'meter',
  'unit',
  'price',
  'included',
  'steps',
  'sizes',
  'unpriced',
  'to',
  'source',
  'asOf',
  'verified',
  'note',
];
const schemeKeys = ['price', 'steps', 'sizes', 'unpriced'];

/**
 * Reads one row of a price book.
 *
 * @throws InputError that names the key, its value and what would be right
 */
export function readPriceRow(
  stated: unknown,
  field: string,
  sources: Sources,
): UnplacedRow {
  const row = StatedRecord.read(stated, field, rowKeys);
  const meter = readMeter(row);
  const unit = row.oneOf('unit', unitsOfMeter[meter]);
  return {
    meter,
    unit,
    scheme: readScheme(row, unit),
    reference: readReference(row, sources),
    to: row.optionalText('to'),
  };
}

/**
 * What is left of a row that cannot be read: that the provider bills it, and why it has no price. Undefined where not even that is known.
 */
export function unreadableRow(
  stated: unknown,
  field: string,
  reason: string,
): UnplacedRow | undefined {
  const meter = meterOf(stated);
  if (meter === undefined) return undefined;
  return {
    meter,
    unit: unitsOfMeter[meter][0],
    scheme: { type: 'unpriced', reason: `its price cannot be read: ${reason}` },
    reference: { title: field, verified: false },
  };
}

/** Where a price or a term was read: the document that it names, its own date before that of the document. */
export function readReference(
  row: StatedRecord,
  sources: Sources,
): PriceReference {
  const key = row.text('source');
  const source = sources.get(key);
  if (!source) {
    throw invalidValue(key, {
      field: row.fieldOf('source'),
      expected: `is not a source of this book: write one of ${[
        ...sources.keys(),
      ].join(', ')}`,
    });
  }
  return {
    ...source,
    asOf: readAsOf(row) ?? source.asOf,
    verified: row.flag('verified'),
    note: row.optionalText('note'),
  };
}

/** A year, a month or a day. */
export function readAsOf(row: StatedRecord): string | undefined {
  const stated = row.value('asOf');
  // In YAML a year alone is a number.
  const asOf =
    typeof stated === 'number' ? String(stated) : row.optionalText('asOf');
  if (asOf === undefined) return undefined;
  const known =
    /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(asOf) && !Number.isNaN(Date.parse(asOf));
  if (!known) {
    throw invalidValue(asOf, {
      field: row.fieldOf('asOf'),
      expected:
        'is not a date: write a year, a month or a day, for example 2026-09 or 2026-09-30',
    });
  }
  return asOf;
}

function readMeter(row: StatedRecord): Meter {
  const text = row.text('meter');
  if (isMeter(text)) return text;
  throw invalidValue(text, {
    field: row.fieldOf('meter'),
    expected: `is not known: write one of ${meters.join(', ')}`,
  });
}

function meterOf(stated: unknown): Meter | undefined {
  if (typeof stated !== 'object' || stated === null) return undefined;
  const { meter }: { meter?: unknown } = stated;
  return typeof meter === 'string' && isMeter(meter) ? meter : undefined;
}

function readScheme(row: StatedRecord, unit: PriceUnit): PriceScheme {
  const given = schemeKeys.filter(key => row.has(key));
  if (given.length !== 1) {
    throw new InputError(
      `${row.field}: has ${
        given.length === 0 ? 'no price' : given.join(' and ')
      }: write exactly one of ${schemeKeys.join(', ')}`,
    );
  }
  if ((unit === 'disk-month') !== row.has('sizes') && !row.has('unpriced')) {
    throw invalidValue(unit, {
      field: row.fieldOf('unit'),
      expected: 'does not fit: disk-month goes with sizes, and sizes with it',
    });
  }
  const reason = row.optionalText('unpriced');
  if (reason !== undefined) {
    return {
      type: 'unpriced',
      reason,
      included: row.optionalAmount('included'),
    };
  }
  if (row.has('sizes')) return { type: 'sizes', sizes: readSizes(row) };
  if (row.has('steps')) return { type: 'steps', steps: readSteps(row) };
  return {
    type: 'flat',
    price: row.amount('price'),
    included: row.optionalAmount('included') ?? Decimal.zero,
  };
}

function readSteps(row: StatedRecord): PriceStep[] {
  const steps = row.list('steps').map(({ value, field }) => {
    const step = StatedRecord.read(value, field, ['upTo', 'price', 'verified']);
    return {
      upTo: step.optionalPositive('upTo'),
      price: step.amount('price'),
      verified: step.optionalFlag('verified'),
    };
  });
  const open = steps.slice(0, -1).find(({ upTo }) => upTo === undefined);
  if (open) {
    throw new InputError(
      `${row.fieldOf('steps')}: only the last step may be without "upTo"`,
    );
  }
  refuseUnordered(row, 'steps', steps);
  return steps;
}

function readSizes(row: StatedRecord): PricedSize[] {
  const sizes = row.list('sizes').map(({ value, field }) => {
    const size = StatedRecord.read(value, field, [
      'name',
      'upTo',
      'price',
      'verified',
    ]);
    return {
      name: size.text('name'),
      upTo: size.positive('upTo'),
      price: size.optionalAmount('price'),
      verified: size.optionalFlag('verified'),
    };
  });
  refuseUnordered(row, 'sizes', sizes);
  return sizes;
}

function refuseUnordered(
  row: StatedRecord,
  key: string,
  parts: { upTo?: Decimal }[],
): void {
  if (parts.length === 0) {
    throw new InputError(`${row.fieldOf(key)}: is empty`);
  }
  for (const [index, { upTo }] of parts.entries()) {
    const before = parts[index - 1]?.upTo;
    if (before && upTo && upTo.compare(before) <= 0) {
      throw invalidValue(upTo, {
        field: `${row.fieldOf(key)}[${index}].upTo`,
        expected: `is not above ${before}, which comes before it`,
      });
    }
  }
}
