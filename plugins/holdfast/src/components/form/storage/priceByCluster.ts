import {
  Decimal,
  Money,
  parseBytes,
  Provisioning,
  ProvisioningCluster,
  StorageClassChoice,
} from '@holdfast/plugin-holdfast-common';

const gibibyte = 2 ** 30;

/**
 * What one volume would cost a month on one cluster. Without an amount it is unpriced, and `reason` says why; with a `disk` it is billed as
 * one of those, and not by its size.
 */
export interface ClusterPrice {
  cluster: ProvisioningCluster;
  storageClass?: StorageClassChoice;
  amount?: string;
  currency?: string;
  reason?: string;
  disk?: string;
}

/**
 * Prices a volume on every cluster: of the storage class that is named, where the cluster has it, else of its default. A price in another
 * currency stays in that one.
 *
 * @throws InputError if the size is none
 */
export function priceByCluster(options: {
  provisioning: Provisioning;
  size: string;
  storageClass?: string;
}): ClusterPrice[] {
  const { provisioning, size, storageClass: name } = options;
  const gibibytes = parseBytes(size) / gibibyte;
  return provisioning.clusters.map(cluster => {
    const storageClass = cluster.storageClasses.find(other =>
      name === undefined ? other.isDefault : other.name === name,
    );
    const price = storageClass?.price;
    if (!price) {
      return { cluster, storageClass, reason: storageClass?.unpriced };
    }
    if (price.unit !== 'GiB-month') {
      return { cluster, storageClass, disk: price.unit };
    }
    const amount = Decimal.parse(price.amount).times(Decimal.parse(gibibytes));
    return {
      cluster,
      storageClass,
      amount: Money.of(amount, price.currency).toString(),
      currency: price.currency,
    };
  });
}
