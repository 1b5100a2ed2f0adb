import {
  bill,
  day,
  gib,
  now,
  pricingContext,
} from '../__testUtils__/pricingContext';
import { CostEstimate, EstimatedPart } from './CostEstimate';
import { DatabaseArrangement } from './DatabaseArrangement';
import { estimateMonthlyCost } from './estimateMonthlyCost';

const context = pricingContext();
const orders: DatabaseArrangement = {
  provider: 'aws',
  region: 'us-east-1',
  instances: 3,
  cpuCores: 2,
  memoryBytes: 8 * gib,
  storageClass: {
    storageClass: 'gp3',
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3' },
  },
  dataVolume: { sizeBytes: 100 * gib },
  walVolume: { sizeBytes: 20 * gib },
  backups: {
    tiers: [{ tier: 'standard', afterSeconds: 0 }],
    retentionSeconds: 30 * day,
    intervalSeconds: day,
  },
  // 100 GiB with 10 GiB of WAL a day: 50 GiB and 4 GiB in the store.
  assumptions: { databaseFill: 1, dailyWal: '0.1' },
};

function estimate(change: Partial<DatabaseArrangement> = {}) {
  return estimateMonthlyCost(context, { ...orders, ...change });
}

function billOf({ lines }: CostEstimate, part: EstimatedPart) {
  return bill(lines.filter(({ object }) => object === part));
}

describe('estimateMonthlyCost', () => {
  it('prices instances as so many machines, and each of their volumes', () => {
    const estimated = estimate();
    // Three m6i.large, 2 vCPU and 8 GiB, at 0.096 an hour: 210.24.
    expect(billOf(estimated, 'instances')).toEqual([
      'vcpu 4380 vCPU-hour @ 0.033 = 144.54',
      'memory 17520 GiB-hour @ 0.00375 = 65.7',
    ]);
    expect(billOf(estimated, 'data-volumes')).toEqual([
      'capacity 300 GiB-month @ 0.08 = 24',
    ]);
    expect(billOf(estimated, 'wal-volumes')).toEqual([
      'capacity 60 GiB-month @ 0.08 = 4.8',
    ]);
  });

  it('prices WAL on its way to two replicas in other zones', () => {
    // 10 GiB x 30.41666 days x 2 replicas, billed at both ends.
    expect(billOf(estimate(), 'replication')).toEqual([
      'zone-transfer 1216.666666667 GiB @ 0.01 = 12.166666667',
    ]);
    expect(billOf(estimate({ instances: 1 }), 'replication')).toEqual([]);
  });

  it('prices the backup store', () => {
    expect(billOf(estimate(), 'backup-store').slice(0, 2)).toEqual([
      'base-backups 1550 GiB-month @ 0.023 = 35.65',
      'wal-archive 124 GiB-month @ 0.023 = 2.852',
    ]);
  });

  it('prices snapshots and performance', () => {
    const estimated = estimate({
      dataVolume: { sizeBytes: 100 * gib, iops: 4000, throughputMiBps: 250 },
      snapshots: { intervalSeconds: day, retentionSeconds: 7 * day },
    });
    expect(billOf(estimated, 'data-volumes')).toEqual([
      'capacity 300 GiB-month @ 0.08 = 24',
      'iops 3000 IOPS-month @ 0.005 = 15',
      'throughput 375 MiBps-month @ 0.04 = 15',
    ]);
    expect(billOf(estimated, 'volume-snapshots')).toEqual([
      'snapshots 121 GiB-month @ 0.05 = 6.05',
    ]);
  });

  it('prices a second region: the way there, and by configuration what lies there', () => {
    const secondRegion = {
      region: 'us-west-2',
      copy: { tiers: [{ tier: 'standard-ia', afterSeconds: 0 }] },
      instances: 1,
    };
    const unknown = estimate({ secondRegion });
    // 54 GiB x 30.41666 days at 0.02, and once 1,674 GiB.
    expect(billOf(unknown, 'second-region-copy')).toEqual([
      'region-transfer 1642.5 GiB @ 0.02 = 32.85',
    ]);
    expect(bill(unknown.once)).toEqual([
      'region-transfer 1674 GiB @ 0.02 = 33.48',
    ]);
    expect(unknown.complete).toBe(false);
    expect(unknown.unpriced.map(({ object }) => object)).toEqual([
      'second-region-copy',
      'second-region-copy',
      'second-region-instances',
      'second-region-instances',
      'second-region-data-volumes',
      'second-region-wal-volumes',
    ]);

    const like = { provider: 'aws', region: 'us-west-2', like: 'us-east-1' };
    const known = estimateMonthlyCost(pricingContext({ regions: [like] }), {
      ...orders,
      secondRegion,
    });
    expect(known.unpriced).toEqual([]);
    expect(billOf(known, 'second-region-copy').slice(1, 3)).toEqual([
      'base-backups 1550 GiB-month @ 0.0125 = 19.375',
      'wal-archive 124 GiB-month @ 0.0125 = 1.55',
    ]);
    expect(billOf(known, 'second-region-data-volumes')).toEqual([
      'capacity 100 GiB-month @ 0.08 = 8',
    ]);
    expect(billOf(known, 'second-region-replication')).toEqual([]);
    const { copy, ...withoutCopy } = secondRegion;
    // 304.1666 GiB of WAL at 0.02.
    expect(
      billOf(
        estimate({ secondRegion: withoutCopy }),
        'second-region-replication',
      ),
    ).toEqual(['region-transfer 304.166666667 GiB @ 0.02 = 6.083333333']);
  });

  it('marks what rests on assumptions, and says which', () => {
    const { lines, assumptions, basis, hoursPerMonth } = estimate({
      assumptions: { databaseFill: '0.5' },
    });
    expect(basis).toBe('estimate');
    expect(hoursPerMonth).toBe(730);
    const stated = lines.filter(({ estimated }) => !estimated);
    expect(new Set(stated.map(({ object }) => object))).toEqual(
      new Set(['instances', 'data-volumes', 'wal-volumes']),
    );
    expect(assumptions).toContainEqual({
      name: 'databaseFill',
      value: '0.5',
      unit: 'of the data volume',
      stated: true,
      meaning: expect.any(String),
    });
    expect(assumptions).toContainEqual(
      expect.objectContaining({ name: 'backupCompression', stated: false }),
    );
    // Without increments and snapshots it does not matter how much changes.
    expect(assumptions.map(({ name }) => name)).not.toContain('dailyChange');
    expect(
      estimate({ instances: 1, backups: undefined, assumptions: {} })
        .assumptions,
    ).toEqual([]);
  });

  it('has no total on a laptop, rather than 0', () => {
    const { total, complete, lines, unpriced } = estimateMonthlyCost(context, {
      instances: 1,
      cpuCores: 1,
      memoryBytes: gib,
      storageClass: {
        storageClass: 'standard',
        provisioner: 'k8s.io/minikube-hostpath',
        parameters: {},
      },
      dataVolume: { sizeBytes: gib },
    });
    expect({ total, complete, lines }).toEqual({
      total: undefined,
      complete: false,
      lines: [],
    });
    expect(unpriced.map(({ object, what }) => `${object} ${what}`)).toEqual([
      'instances vcpu',
      'instances memory',
      'data-volumes capacity',
    ]);
  });

  it('prices by what is stored where storage is billed so', () => {
    const byUse = pricingContext({
      storageClasses: [{ name: 'files', capacity: '0.3', billedOn: 'use' }],
    });
    const { lines, unpriced } = estimateMonthlyCost(byUse, {
      ...orders,
      storageClass: { storageClass: 'files' },
      assumptions: { databaseFill: '0.5' },
    });
    expect(lines.find(({ object }) => object === 'data-volumes')).toMatchObject(
      { quantity: '150', estimated: true },
    );
    expect(unpriced).toEqual([
      {
        object: 'wal-volumes',
        what: 'capacity',
        reason: 'it is billed by what is stored, which is not known',
      },
    ]);
  });

  it.each<[Partial<DatabaseArrangement>, string]>([
    [{ instances: 0 }, 'instances: "0" is not a whole number of at least 1'],
    [
      { instances: 1.5 },
      'instances: "1.5" is not a whole number of at least 1',
    ],
    [
      { dataVolume: { sizeBytes: NaN } },
      'dataVolume.sizeBytes: "NaN" is not a number above zero',
    ],
    [
      { backups: { tiers: [], retentionSeconds: 0, intervalSeconds: day } },
      'backups.retentionSeconds: "0" is not a number above zero',
    ],
    [
      { cpuCores: '500m' },
      'cpuCores: "500m" is not a decimal number: write digits with a point, for example 0.08',
    ],
    [
      { secondRegion: { region: 'us-east-1' } },
      'secondRegion.region: "us-east-1" is the region of the database itself: write another one',
    ],
    [
      {
        backups: undefined,
        secondRegion: { region: 'us-west-2', copy: { tiers: [] } },
      },
      'secondRegion.copy: there are no backups to copy: write backups as well',
    ],
    [
      { assumptions: { backupCompression: 0 } },
      'assumptions.backupCompression: "0" is zero: write more than zero (times)',
    ],
    [
      { assumptions: { databaseFill: '1.2' } },
      'assumptions.databaseFill: "1.2" is above 1 (of the data volume)',
    ],
    [
      { assumptions: { dailyWal: -1 } },
      'assumptions.dailyWal: "-1" is negative: write zero or more (of the database per day)',
    ],
  ])('refuses %j', (change, message) => {
    expect(() => estimate(change)).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });

  it('survives the way through JSON', () => {
    const estimated = estimateMonthlyCost({ ...context, now }, orders);
    expect(JSON.parse(JSON.stringify(estimated))).toEqual(
      JSON.parse(JSON.stringify(estimate())),
    );
    const [line] = JSON.parse(JSON.stringify(estimated)).lines;
    expect(line).toMatchObject({ amount: '144.54', unitPrice: '0.033' });
  });
});
