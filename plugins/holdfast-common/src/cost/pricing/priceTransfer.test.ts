import { bill, pricingContext } from '../__testUtils__/pricingContext';
import { Decimal } from '../money/Decimal';
import { priceTransfer } from './priceTransfer';

const context = pricingContext();
const price = (provider: string, region: string, toRegion?: string) =>
  priceTransfer(context, {
    provider,
    region,
    toRegion,
    gibibytes: Decimal.ofInteger(200),
  });

// Infracost's data_transfer_test: 200 GB from us-east-2 to US East regions are 2.00, 750 GB to other regions 15.00.
describe('priceTransfer', () => {
  it('knows the short way between two regions', () => {
    expect(bill(price('aws', 'us-east-2', 'us-east-1').lines)).toEqual([
      'region-transfer 200 GiB @ 0.01 = 2',
    ]);
    expect(bill(price('aws', 'us-east-1', 'eu-west-1').lines)).toEqual([
      'region-transfer 200 GiB @ 0.02 = 4',
    ]);
  });

  it('is billed at both ends between zones', () => {
    expect(bill(price('aws', 'us-east-1').lines)).toEqual([
      'zone-transfer 400 GiB @ 0.01 = 4',
    ]);
  });

  it('has no price between continents, or zones, that is not known', () => {
    expect(price('gcp', 'us-central1', 'us-east4').lines).toHaveLength(1);
    expect(price('gcp', 'us-central1', 'europe-west1').unpriced).toEqual([
      {
        what: 'region-transfer',
        reason:
          'there is no price for transfer from us-central1 to europe-west1',
      },
    ]);
    expect(price('azure', 'eastus').unpriced[0].what).toBe('zone-transfer');
  });
});
