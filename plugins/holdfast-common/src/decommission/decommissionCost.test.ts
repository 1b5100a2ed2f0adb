import { estimateMonthlyCost } from '../cost';
import { day, gib, pricingContext } from '../cost/__testUtils__/pricingContext';
import { decommissionCost } from './decommissionCost';

const estimate = estimateMonthlyCost(pricingContext(), {
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
  assumptions: { databaseFill: 1, dailyWal: '0.1' },
});
const gone = { volumes: 'deleted', secondVolumes: 'deleted' } as const;

describe('decommissionCost', () => {
  // 300 GiB and 60 GiB of gp3 at 0.08 USD; 1,550 GiB and 124 GiB of S3 Standard at 0.023 USD (list prices of us-east-1).
  const volumes = 24 + 4.8;
  const objects = 35.65 + 2.852;

  it('keeps volumes and objects while the database sleeps, and then the objects', () => {
    const cost = decommissionCost(estimate, gone);
    expect(cost.now).toMatchObject({ total: estimate.total, complete: true });
    expect(Number(cost.hold.total)).toBeCloseTo(volumes + objects, 6);
    expect(Number(cost.after.total)).toBeCloseTo(objects, 6);
  });

  it('keeps volumes that their class keeps', () => {
    const cost = decommissionCost(estimate, { ...gone, volumes: 'kept' });
    expect(cost.after).toEqual(cost.hold);
  });

  it('says so where nobody knows what becomes of volumes', () => {
    const { after } = decommissionCost(estimate, {
      ...gone,
      volumes: 'unknown',
    });
    expect(Number(after.total)).toBeCloseTo(objects, 6);
    expect(after.complete).toBe(false);
    expect(after.gaps.map(({ object }) => object)).toEqual([
      'data-volumes',
      'wal-volumes',
    ]);
  });

  it('has no total where nothing has a price, and 0 where nothing is left', () => {
    const unpriced = {
      currency: 'USD',
      lines: [],
      unpriced: [
        { object: 'instances', what: 'vcpu', reason: 'no provider' },
        { object: 'data-volumes', what: 'capacity', reason: 'no provider' },
      ],
    } as const;
    const cost = decommissionCost(unpriced, gone);
    expect(cost.hold).toEqual({
      complete: false,
      gaps: [unpriced.unpriced[1]],
    });
    expect(cost.after).toEqual({ total: '0', complete: true, gaps: [] });
  });
});
