import {
  PriceBook,
  priceVolumes,
  StorageClassChoice,
} from '@holdfast/plugin-holdfast-common';
import { DescribedStorageClass } from '@holdfast/plugin-holdfast-node';
import { ClusterOffer } from './ClusterOffers';

/** Above the least size of every volume type, so that what has a price shows it. */
const exampleBytes = 100 * 1024 ** 3;

/**
 * A storage class as a form offers it: with the price of its capacity, or why it has none.
 */
export function storageClassChoice(options: {
  storageClass: DescribedStorageClass;
  cluster: ClusterOffer;
  prices: PriceBook;
  now: Date;
}): StorageClassChoice {
  const { storageClass, cluster, prices, now } = options;
  const { parameters, ...described } = storageClass;
  const { lines, unpriced } = priceVolumes(
    { book: prices, now: now.toISOString() },
    {
      class: {
        ...volumeClassOf(storageClass, cluster),
        region: cluster.region,
      },
      capacityBytes: exampleBytes,
    },
  );
  const capacity = lines.find(({ component }) => component === 'capacity');
  return capacity
    ? {
        ...described,
        price: {
          amount: capacity.unitPrice,
          unit: capacity.unit,
          currency: prices.currency,
          source: capacity.source,
        },
      }
    : { ...described, unpriced: unpriced[0]?.reason ?? 'it has no price' };
}

/** What pricing asks of a storage class. */
export function volumeClassOf(
  { name, provisioner, parameters }: DescribedStorageClass,
  cluster: Pick<ClusterOffer, 'name'>,
) {
  return { storageClass: name, provisioner, parameters, cluster: cluster.name };
}
