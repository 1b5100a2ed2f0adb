import {
  azureDisk,
  bill,
  ebs,
  gib,
  persistentDisk,
  pricingContext,
} from '../__testUtils__/pricingContext';
import { VolumeClass } from '../volume-class/VolumeClass';
import { totalOf } from './CostLine';
import { BilledVolumes, priceVolumes } from './priceVolumes';

const context = pricingContext();

function price(
  volumeClass: VolumeClass,
  sizeGiB: number,
  options: Partial<BilledVolumes> = {},
) {
  return priceVolumes(context, {
    class: volumeClass,
    capacityBytes: sizeGiB * gib,
    ...options,
  });
}

function total(
  volumeClass: VolumeClass,
  sizeGiB: number,
  options?: Partial<BilledVolumes>,
) {
  const { lines, unpriced } = price(volumeClass, sizeGiB, options);
  expect(unpriced).toEqual([]);
  return totalOf(lines);
}

// Amounts are those of Infracost's golden files, which its tests make from the providers' price APIs: ebs_volume_test,
// managed_disk_test and compute_disk_test at 95ba4f49.
describe('priceVolumes, as another tool prices them', () => {
  it.each<[string, VolumeClass, number, string[]]>([
    ['io1', ebs({ type: 'io1', iops: '300' }), 30, ['3.75', '19.5']],
    ['io2', ebs({ type: 'io2', iops: '300' }), 30, ['3.75', '19.5']],
    [
      'gp3',
      ebs({ type: 'gp3', iops: '4000', throughput: '130' }),
      40,
      ['3.2', '5', '0.2'],
    ],
    ['gp2', ebs({ type: 'gp2' }), 10, ['1']],
    [
      'pd-extreme',
      persistentDisk({
        type: 'pd-extreme',
        'provisioned-iops-on-create': '5000',
      }),
      40,
      ['5', '325'],
    ],
    [
      'hyperdisk-extreme',
      persistentDisk({
        type: 'hyperdisk-extreme',
        'provisioned-iops-on-create': '20000',
      }),
      128,
      ['16', '640'],
    ],
    ['pd-ssd', persistentDisk({ type: 'pd-ssd' }), 100, ['17']],
    ['pd-standard', persistentDisk({ type: 'pd-standard' }), 500, ['20']],
  ])('%s', (_, volumeClass, size, amounts) => {
    const { lines, unpriced } = price(volumeClass, size);
    expect(lines.map(({ amount }) => amount)).toEqual(amounts);
    expect(unpriced).toEqual([]);
  });

  it('magnetic, with a million operations', () => {
    const magnetic = ebs({ type: 'standard' });
    const { lines } = price(magnetic, 20, { operationsPerMonth: 1e6 });
    expect(lines.map(({ amount }) => amount)).toEqual(['1', '0.05']);
  });

  it('Azure Ultra of 2,000 GiB, billed as 2,048, with the published total only by the hour', () => {
    const ultra: VolumeClass = {
      provisioner: 'disk.csi.azure.com',
      parameters: {
        skuname: 'UltraSSD_LRS',
        diskIopsReadWrite: '4000',
        diskMbpsReadWrite: '20',
      },
      region: 'eastus',
    };
    const { lines } = price(ultra, 2000);
    expect(lines.map(({ amount }) => Number(amount).toFixed(2))).toEqual([
      '245.19',
      '198.56',
      '6.99',
    ]);
  });

  it.each<[string, string, number, string, string]>([
    ['Premium_LRS', 'P4', 20, '5.2795', '$5.28'],
    ['StandardSSD_LRS', 'E30', 1000, '76.8', '$76.80'],
    ['Standard_LRS', 'S4', 32, '1.536', '$1.54'],
    ['Standard_LRS', 'S10', 100, '5.888', '$5.89'],
  ])('%s as %s', (sku, tier, size, amount) => {
    const [line] = price(azureDisk(sku), size).lines;
    expect(line).toMatchObject({ unit: `${tier}-month`, amount });
  });
});

// The comparison of gp2 with gp3 at equal performance, by the figures of the Amazon EBS pricing page.
describe('priceVolumes of EBS, by its price page', () => {
  it.each<[number, string, string, string]>([
    [100, '128', '10', '8.12'],
    [100, '125', '10', '8'],
    [1000, '250', '100', '85'],
    [1000, '125', '100', '80'],
  ])('%i GiB, gp3 with %s MiB/s', (size, throughput, gp2, gp3) => {
    expect(total(ebs({ type: 'gp2' }), size)).toBe(gp2);
    expect(total(ebs({ type: 'gp3', throughput }), size)).toBe(gp3);
  });

  it('bills what is beyond 3,000 IOPS and 125 MiB/s', () => {
    const strong = ebs({ type: 'gp3', iops: '16000', throughput: '250' });
    expect(total(strong, 5334)).toBe('496.72');
    expect(total(ebs({ type: 'gp2' }), 5334)).toBe('533.4');
    const like = ebs({ type: 'gp3', iops: '10000', throughput: '500' });
    expect(total(like, 500)).toBe('90');
    expect(total(ebs({ type: 'io2', iops: '10000' }), 500)).toBe('712.5');
  });

  it('bills the IOPS of io2 in steps, for each volume by itself', () => {
    const io2 = ebs({ type: 'io2', iops: '64000' });
    // 32,000 x 0.065 = 2,080; 32,000 x 0.046 = 1,472.
    expect(bill(price(io2, 100, { count: 2 }).lines)).toEqual([
      'capacity 200 GiB-month @ 0.125 = 25',
      'iops 64000 IOPS-month @ 0.065 = 4160',
      'iops 64000 IOPS-month @ 0.046 = 2944',
    ]);
    const steps = price(io2, 100, { iops: 100_000 }).lines.slice(1);
    expect(steps.map(({ source }) => source.verified)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('bills whole GiB', () => {
    // 10G, in decimal gigabytes, are 9.3 GiB.
    const [line] = priceVolumes(context, {
      class: ebs({ type: 'gp3' }),
      capacityBytes: 10e9,
    }).lines;
    expect(line).toMatchObject({ quantity: '10', amount: '0.8' });
  });

  it('works IOPS out from those per GiB, up to the most that there can be', () => {
    const perGiB = ebs({ type: 'io1', iopsPerGB: '50' });
    expect(price(perGiB, 10).lines[1].quantity).toBe('500');
    expect(price(perGiB, 2000).lines[1].quantity).toBe('64000');
  });
});

describe('priceVolumes', () => {
  // opencost #3870: the meter "P4 LRS Disk Mount", 0.32, was taken for the disk, 5.2795.
  it('takes the disk, not the fee for sharing it', () => {
    expect(total(azureDisk('Premium_LRS'), 32)).toBe('5.2795');
  });

  it('rounds up to the disk size: one GiB more can be another disk', () => {
    const premium = azureDisk('Premium_LRS');
    expect(total(premium, 65)).toBe(total(premium, 128));
    expect(total(premium, 64)).toBe('10.207');
    expect(total(premium, 65)).toBe('19.71');
  });

  it.each<[string, VolumeClass, number, Partial<BilledVolumes>, string]>([
    [
      'a size whose price sources disagree about',
      azureDisk('Premium_LRS'),
      4,
      {},
      'the price of size P1 is not known',
    ],
    [
      'more than the largest disk',
      azureDisk('Premium_LRS'),
      40_000,
      {},
      '40000 GiB is more than the largest size, P80 of 32767 GiB',
    ],
    [
      'more IOPS than there can be',
      ebs({ type: 'gp3' }),
      200,
      { iops: 90_000 },
      'gp3 has at most 80000 IOPS, not 90000',
    ],
    [
      'more IOPS than the size can have',
      ebs({ type: 'gp3' }),
      10,
      { iops: 6000 },
      'gp3 of 10 GiB has at most 5000 IOPS, not 6000',
    ],
    [
      'more throughput than the IOPS can have',
      ebs({ type: 'gp3', iops: '3000' }),
      100,
      { throughputMiBps: 1000 },
      'gp3 with 3000 IOPS has at most 750 MiB/s, not 1000',
    ],
    [
      'less than the smallest volume',
      ebs({ type: 'st1' }),
      10,
      {},
      'st1 has at least 125 GiB, not 10',
    ],
  ])('has no price for %s', (_, volumeClass, size, options, reason) => {
    const { lines, unpriced } = price(volumeClass, size, options);
    expect(lines).toEqual([]);
    expect(unpriced).toEqual([{ what: 'capacity', reason }]);
  });

  it('gives a tiny gp3 volume what is included', () => {
    expect(total(ebs({ type: 'gp3', iops: '3000' }), 1)).toBe('0.08');
  });

  it.each<[string, VolumeClass, string, string]>([
    [
      'io1 without IOPS',
      ebs({ type: 'io1' }),
      'iops',
      'io1 bills IOPS, and how much is not known',
    ],
    [
      'operations of magnetic volumes',
      ebs({ type: 'standard' }),
      'operations',
      'standard bills operations, and how much is not known',
    ],
    [
      'operations of standard SSDs',
      azureDisk('StandardSSD_LRS'),
      'operations',
      'operations on standard SSDs are billed up to an hourly limit, and their price is not verified',
    ],
  ])('prices the capacity alone of %s', (_, volumeClass, what, reason) => {
    const { lines, unpriced } = price(volumeClass, 100);
    expect(lines.map(({ component }) => component)).toEqual(['capacity']);
    expect(unpriced).toEqual([{ what, reason }]);
  });

  it('has no price for more than is included where the price is not known', () => {
    const v2 = azureDisk('PremiumV2_LRS');
    expect(price(v2, 100, { iops: 3000 }).unpriced).toEqual([]);
    expect(price(v2, 100, { iops: 5000 }).unpriced).toEqual([
      {
        what: 'iops',
        reason: 'IOPS above 3,000 are billed, and their price is not verified',
      },
    ]);
    // 100 GiB x 730 h x 0.00011: per hour, not per month.
    expect(price(v2, 100).lines[0].amount).toBe('8.03');
  });

  it('is billed by what is stored where the configuration says so', () => {
    const byUse = pricingContext({
      storageClasses: [{ name: 'files', capacity: '0.3', billedOn: 'use' }],
    });
    // opencost #3602: 632 GB of capacity, 2 GB used and billed.
    const files = {
      class: { storageClass: 'files' },
      capacityBytes: 632 * gib,
    };
    expect(priceVolumes(byUse, files)).toEqual({
      lines: [],
      unpriced: [
        {
          what: 'capacity',
          reason: 'it is billed by what is stored, which is not known',
        },
      ],
    });
    const used = priceVolumes(byUse, { ...files, usedBytes: 2 * gib });
    expect(totalOf(used.lines)).toBe('0.6');
  });

  it('counts the copies that raw storage keeps', () => {
    const raw = pricingContext({
      storageClasses: [{ name: 'ceph', capacity: '0.02', copies: 3 }],
    });
    const { lines } = priceVolumes(raw, {
      class: { storageClass: 'ceph' },
      capacityBytes: 100 * gib,
    });
    expect(bill(lines)).toEqual(['capacity 300 GiB-month @ 0.02 = 6']);
  });

  it('names the row, its source and its age', () => {
    expect(price(ebs({ type: 'gp3' }), 10).lines[0].source).toEqual({
      row: 'aws/us-east-1/block/gp3/capacity',
      title: 'Amazon EBS pricing page with its worked examples',
      url: 'https://aws.amazon.com/ebs/pricing/',
      asOf: '2025-07',
      verified: true,
      note: undefined,
      old: true,
    });
    const patient = pricingContext({ maxAge: '730d' });
    const { lines } = priceVolumes(patient, {
      class: ebs({ type: 'gp3' }),
      capacityBytes: gib,
    });
    expect(lines[0].source.old).toBe(false);
  });
});
