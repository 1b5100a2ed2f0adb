import { Decimal } from '../money/Decimal';
import { StatedRecord } from './StatedRecord';

/** How to tell from a storage class of these drivers what is bought; see `StatedDriver`. Keys of maps are in lower case. */
export interface Driver {
  provider: string;
  names: string[];
  typeParameters: string[];
  types: Map<string, string>;
  variants: { parameter: string; value: string; suffix: string }[];
  classNames: Map<string, string>;
  defaultProduct?: string;
  iopsParameters: string[];
  iopsPerGiBParameters: string[];
  throughputParameters: string[];
  performanceDefaults: Map<string, { iops?: Decimal; throughput?: Decimal }>;
  snapshotProduct?: string;
  unpriced?: string;
}

/** Reads how a driver's storage classes are to be understood. */
export function readDriver(
  stated: unknown,
  field: string,
  provider: string,
): Driver {
  const driver = StatedRecord.read(stated, field, [
    'names',
    'typeParameters',
    'types',
    'variants',
    'classNames',
    'defaultProduct',
    'iopsParameters',
    'iopsPerGiBParameters',
    'throughputParameters',
    'performanceDefaults',
    'snapshotProduct',
    'unpriced',
  ]);
  return {
    provider,
    names: driver.texts('names'),
    typeParameters: driver.texts('typeParameters'),
    types: readNames(driver, 'types'),
    variants: driver.list('variants').map(item => {
      const variant = StatedRecord.read(item.value, item.field, [
        'parameter',
        'value',
        'suffix',
      ]);
      return {
        parameter: variant.text('parameter'),
        value: variant.text('value'),
        suffix: variant.text('suffix'),
      };
    }),
    classNames: readNames(driver, 'classNames'),
    defaultProduct: driver.optionalText('defaultProduct'),
    iopsParameters: driver.texts('iopsParameters'),
    iopsPerGiBParameters: driver.texts('iopsPerGiBParameters'),
    throughputParameters: driver.texts('throughputParameters'),
    performanceDefaults: new Map(
      driver.entries('performanceDefaults').map(([product, value]) => {
        const at = `${driver.fieldOf('performanceDefaults')}.${product}`;
        const defaults = StatedRecord.read(value, at, ['iops', 'throughput']);
        return [
          product,
          {
            iops: defaults.optionalAmount('iops'),
            throughput: defaults.optionalAmount('throughput'),
          },
        ];
      }),
    ),
    snapshotProduct: driver.optionalText('snapshotProduct'),
    unpriced: driver.optionalText('unpriced'),
  };
}

function readNames(driver: StatedRecord, key: string): Map<string, string> {
  const field = driver.fieldOf(key);
  const entries = driver.entries(key);
  const record = StatedRecord.read(
    Object.fromEntries(entries),
    field,
    entries.map(([name]) => name),
  );
  return new Map(
    entries.map(([name]) => [name.toLowerCase(), record.text(name)]),
  );
}
