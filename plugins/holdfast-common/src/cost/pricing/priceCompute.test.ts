import { gib, pricingContext } from '../__testUtils__/pricingContext';
import { totalOf } from './CostLine';
import { priceCompute } from './priceCompute';

const context = pricingContext();
const home = { aws: 'us-east-1', azure: 'eastus', gcp: 'us-central1' };

/** For an hour, from the month of 730. */
function perHour(
  provider: keyof typeof home,
  family: string,
  memoryGiB: number,
) {
  const { lines } = priceCompute(context, {
    provider,
    region: home[provider],
    family,
    cpuCores: 2,
    memoryBytes: memoryGiB * gib,
    count: 1,
  });
  return Number(totalOf(lines)) / 730;
}

describe('priceCompute', () => {
  // Hourly prices of machines with 2 vCPU in the generated price tables of karpenter-provider-aws (2026-07-20, us-east-1) and
  // karpenter-provider-azure (2026-06-18, East US).
  it.each<[keyof typeof home, string, number, number, string]>([
    ['aws', 'm6i', 8, 0.096, 'm6i.large'],
    ['aws', 'm6i', 16, 0.126, 'r6i.large'],
    ['aws', 'm7g', 8, 0.0816, 'm7g.large'],
    ['aws', 'm7g', 16, 0.1071, 'r7g.large'],
    ['aws', 'm8g', 8, 0.08976, 'm8g.large'],
    ['aws', 'm8g', 16, 0.11782, 'r8g.large'],
    ['azure', 'dsv5', 8, 0.096, 'D2s_v5'],
    ['azure', 'dsv5', 16, 0.126, 'E2s_v5'],
    ['azure', 'dpsv5', 8, 0.077, 'D2ps_v5'],
    ['azure', 'dpsv5', 16, 0.101, 'E2ps_v5'],
  ])('%s %s with %i GiB costs %d an hour, as %s', (...row) => {
    const [provider, family, memory, price] = row;
    expect(perHour(provider, family, memory)).toBeCloseTo(price, 9);
  });

  it('takes the family of the provider where none is named', () => {
    const { lines } = priceCompute(context, {
      provider: 'gcp',
      region: 'us-central1',
      cpuCores: '0.5',
      memoryBytes: gib,
      count: 3,
    });
    // OpenCost's defaults: 0.031611 a vCPU-hour, 0.004237 a GiB-hour.
    expect(lines).toMatchObject([
      { quantity: '1095', unit: 'vCPU-hour', unitPrice: '0.031611' },
      { quantity: '2190', unit: 'GiB-hour', unitPrice: '0.004237' },
    ]);
  });

  it.each([
    [undefined, 'the provider is not known'],
    ['on-premises', 'there is no price of CPU and memory of on-premises'],
    ['aws', 'the region is not known'],
  ])('has no price of %s without more', (provider, reason) => {
    expect(priceCompute(context, { provider, cpuCores: 1, count: 1 })).toEqual({
      lines: [],
      unpriced: [
        { what: 'vcpu', reason },
        { what: 'memory', reason },
      ],
    });
  });

  it('does not take what is not requested for nothing', () => {
    const { unpriced } = priceCompute(context, {
      provider: 'aws',
      region: 'us-east-1',
      count: 1,
    });
    expect(unpriced).toEqual([
      { what: 'vcpu', reason: 'no CPU is requested' },
      { what: 'memory', reason: 'no memory is requested' },
    ]);
  });
});
