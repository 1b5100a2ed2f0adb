import { provisioningNow } from '../../../__testUtils__';
import { priceByCluster } from './priceByCluster';

describe('priceByCluster', () => {
  it('prices the default class of each cluster, and says why where there is no price', () => {
    const prices = priceByCluster({
      provisioning: provisioningNow(),
      size: '50Gi',
    });
    expect(
      prices.map(({ amount, currency, reason }) => ({
        amount,
        currency,
        reason,
      })),
    ).toEqual([
      // 50 GiB at 0.08 USD.
      { amount: '4', currency: 'USD' },
      { reason: expect.stringContaining('holdfast.prices.storageClasses') },
      {},
    ]);
  });

  it('does not multiply the price of a disk of a fixed size', () => {
    const provisioning = provisioningNow();
    const [storageClass] = provisioning.clusters[0].storageClasses;
    storageClass.price = {
      amount: '19.71',
      currency: 'USD',
      unit: 'P10-month',
      source: {
        row: 'azure/eastus/block/premium-ssd/P10',
        title: 'Managed Disks pricing',
        verified: true,
        old: false,
      },
    };
    const [azure] = priceByCluster({ provisioning, size: '50Gi' });
    expect(azure).toEqual({
      cluster: provisioning.clusters[0],
      storageClass,
      disk: 'P10-month',
    });
  });

  it('keeps to the class that is named', () => {
    const [aws, dev] = priceByCluster({
      provisioning: provisioningNow(),
      size: '1Ti',
      storageClass: 'gp3',
    });
    expect(aws).toMatchObject({
      storageClass: { name: 'gp3' },
      amount: '81.92',
    });
    expect(dev.storageClass).toBeUndefined();
  });
});
