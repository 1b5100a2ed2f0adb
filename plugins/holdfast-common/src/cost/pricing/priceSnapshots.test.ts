import {
  azureDisk,
  bill,
  day,
  ebs,
  gib,
  persistentDisk,
  pricingContext,
} from '../__testUtils__/pricingContext';
import { VolumeClass } from '../volume-class/VolumeClass';
import { priceSnapshots } from './priceSnapshots';

function price(volumeClass: VolumeClass, config?: unknown) {
  return priceSnapshots(pricingContext(config), {
    class: volumeClass,
    usedBytes: 300 * gib,
    dailyChange: 0,
    intervalSeconds: day,
    retentionSeconds: day,
  });
}

describe('priceSnapshots', () => {
  // Infracost's snapshot_test for Azure: 300 GB are 15.00, in West Europe.
  it('costs as much as another tool says', () => {
    const disk = azureDisk('Premium_LRS');
    expect(price(disk).lines[0]).toMatchObject({
      amount: '15',
      source: { verified: false },
    });
  });

  it('prices what is used, and what changes after', () => {
    const { lines } = priceSnapshots(pricingContext(), {
      class: ebs({ type: 'gp3' }),
      usedBytes: 100 * gib,
      dailyChange: '0.03',
      intervalSeconds: day,
      retentionSeconds: 7 * day,
    });
    // 100 GiB, and seven times 3 GiB, at 0.05.
    expect(bill(lines)).toEqual(['snapshots 121 GiB-month @ 0.05 = 6.05']);
  });

  it('never takes more for changed than there is', () => {
    const { lines } = priceSnapshots(pricingContext(), {
      class: persistentDisk({ type: 'pd-ssd' }),
      usedBytes: 100 * gib,
      dailyChange: '0.5',
      intervalSeconds: 7 * day,
      retentionSeconds: 14 * day,
    });
    // The regional price of Google's SKU API is 0.05; 0.026 is out of date.
    expect(bill(lines)).toEqual(['snapshots 300 GiB-month @ 0.05 = 15']);
  });

  it('has no price where the storage has none', () => {
    const local = { provisioner: 'rancher.io/local-path', parameters: {} };
    expect(price(local).unpriced[0].reason).toMatch(/no list price/);
    const own = { storageClass: 'mine' };
    const prices = { name: 'mine', capacity: '0.1' };
    expect(price(own, { storageClasses: [prices] }).unpriced).toEqual([
      { what: 'snapshots', reason: 'there is no price of snapshots of mine' },
    ]);
    const withSnapshots = { ...prices, snapshot: '0.02' };
    expect(
      price(own, { storageClasses: [withSnapshots] }).lines[0].amount,
    ).toBe('6');
  });
});
