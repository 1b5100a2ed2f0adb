import { Decimal } from '../money/Decimal';
import { Driver } from '../price-book/Driver';
import { isMissing, Missing, PriceBook } from '../price-book/PriceBook';
import { Product } from '../price-book/PriceRow';
import { VolumeClass } from './VolumeClass';

/**
 * How it was found out what a volume is billed as.
 *
 * @public
 */
export type VolumeClassBasis =
  | 'configured'
  | 'parameter'
  | 'class-name'
  | 'driver-default'
  | 'fallback';

/** What a volume is billed as. */
export interface ResolvedVolumeClass {
  product: Product;
  basis: VolumeClassBasis;
  /** The performance that the class asks for. */
  iops?: Decimal;
  iopsPerGiB?: Decimal;
  throughput?: Decimal;
  /** What its snapshots are billed as, where that is a product of its own. */
  snapshots?: Product | Missing;
}

/**
 * Finds the prices of a volume, the first of: what the configuration says of its storage class; the type that the class's parameters name;
 * the type of a well-known class name of that provider; the type that the driver takes without parameters; the configured fallback.
 * A class name alone says nothing, for `standard` is a disk of one cloud, another disk of the next, and a folder of a laptop.
 */
export function resolveVolumeClass(
  book: PriceBook,
  volume: VolumeClass,
): ResolvedVolumeClass | Missing {
  const own = book.ownStorageClass({
    name: volume.storageClass,
    cluster: volume.cluster,
    region: volume.region,
  });
  if (own) return { product: own, basis: 'configured' };

  const listed = resolveByDriver(book, volume);
  if (!isMissing(listed)) return listed;
  const fallback = book.fallback();
  return fallback ? { product: fallback, basis: 'fallback' } : listed;
}

function resolveByDriver(
  book: PriceBook,
  volume: VolumeClass,
): ResolvedVolumeClass | Missing {
  const names = [
    volume.provisioner,
    volume.driver,
    volume.provisionedBy,
  ].flatMap(name => name || []);
  if (names.length === 0) {
    return { reason: 'it is not known what provisions the volume' };
  }
  const driver = names.map(name => book.driver(name)).find(found => found);
  if (!driver) {
    return {
      reason: `no provider is known for ${names.join(
        ', ',
      )}: its price can be configured under holdfast.prices.storageClasses`,
    };
  }
  if (driver.unpriced) {
    return {
      reason: `${driver.unpriced}: its price can be configured under holdfast.prices.storageClasses`,
    };
  }
  const type = typeOf(driver, volume);
  if (isMissing(type)) return type;

  const { provider } = driver;
  const { region } = volume;
  const product = book.product({
    provider,
    region,
    kind: 'block',
    name: type.name,
  });
  if (isMissing(product)) return product;
  return {
    product,
    basis: type.basis,
    ...performanceOf(driver, volume, type.name),
    snapshots: driver.snapshotProduct
      ? book.product({
          provider,
          region,
          kind: 'snapshot',
          name: driver.snapshotProduct,
        })
      : undefined,
  };
}

function typeOf(
  driver: Driver,
  volume: VolumeClass,
): { name: string; basis: VolumeClassBasis } | Missing {
  const stated = parameterOf(volume, driver.typeParameters);
  const variant = driver.variants.find(
    ({ parameter, value }) =>
      parameterOf(volume, [parameter])?.toLowerCase() === value,
  );
  const suffix = variant?.suffix ?? '';
  if (stated !== undefined) {
    const known = driver.types.get(stated.toLowerCase());
    return known
      ? { name: `${known}${suffix}`, basis: 'parameter' }
      : {
          reason: `"${stated}" is not a volume type of ${
            driver.provider
          } that has a price: known are ${[...driver.types.keys()].join(', ')}`,
        };
  }
  const wellKnown = driver.classNames.get(
    (volume.storageClass ?? '').toLowerCase(),
  );
  if (wellKnown) return { name: `${wellKnown}${suffix}`, basis: 'class-name' };
  if (volume.parameters === undefined) {
    return {
      reason: volume.storageClass
        ? `the parameters of storage class ${volume.storageClass} are not known`
        : 'its storage class is not known',
    };
  }
  return driver.defaultProduct
    ? { name: `${driver.defaultProduct}${suffix}`, basis: 'driver-default' }
    : { reason: 'its storage class names no volume type' };
}

function performanceOf(driver: Driver, volume: VolumeClass, product: string) {
  const defaults = driver.performanceDefaults.get(product);
  const read = (names: string[]): Decimal | undefined => {
    const text = parameterOf(volume, names);
    return text !== undefined && /^\d+$/.test(text)
      ? Decimal.parse(text)
      : undefined;
  };
  const iopsPerGiB = read(driver.iopsPerGiBParameters);
  return {
    iops:
      read(driver.iopsParameters) ?? (iopsPerGiB ? undefined : defaults?.iops),
    iopsPerGiB,
    throughput: read(driver.throughputParameters) ?? defaults?.throughput,
  };
}

/** Drivers read the names of parameters in any case. */
function parameterOf(
  { parameters = {} }: VolumeClass,
  names: string[],
): string | undefined {
  const wanted = names.map(name => name.toLowerCase());
  const entry = Object.entries(parameters).find(([name]) =>
    wanted.includes(name.toLowerCase()),
  );
  return entry?.[1] || undefined;
}
