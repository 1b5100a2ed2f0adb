import { pricingContext } from '../__testUtils__/pricingContext';
import { Decimal } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { Meter } from '../price-book/PriceUnit';
import { charge } from './charge';
import { totalOf } from './CostLine';

const context = pricingContext();

function amountOf(tier: string, meter: Meter, amount: number) {
  const product = context.book.product({
    provider: 'aws',
    region: 'us-east-1',
    kind: 'object',
    name: tier,
  });
  if (isMissing(product)) throw new Error(product.reason);
  const { lines } = charge(context, product, {
    component: 'base-backups',
    meter,
    amount: Decimal.ofInteger(amount),
  });
  return totalOf(lines);
}

// Infracost's golden file s3_bucket_test, made from the AWS price API: GB and requests, and the monthly cost.
describe('charge, for S3', () => {
  it.each<[string, Meter, number, string]>([
    ['standard', 'storage', 10_000, '230'],
    ['standard', 'write-requests', 10_000, '0.05'],
    ['intelligent-tiering', 'storage', 20_000, '460'],
    ['intelligent-tiering', 'monitoring', 20_000, '0.05'],
    ['intelligent-tiering', 'write-requests', 20_000, '0.1'],
    ['intelligent-tiering', 'transition-requests', 20_000, '0.2'],
    ['standard-ia', 'storage', 30_000, '375'],
    ['standard-ia', 'write-requests', 30_000, '0.3'],
    ['standard-ia', 'read-requests', 30_000, '0.03'],
    ['standard-ia', 'transition-requests', 30_000, '0.3'],
    ['standard-ia', 'retrieval', 30_000, '300'],
    ['onezone-ia', 'storage', 40_000, '400'],
    ['onezone-ia', 'retrieval', 40_000, '400'],
    ['glacier-flexible', 'storage', 50_000, '180'],
    ['glacier-flexible', 'write-requests', 50_000, '1.5'],
    ['glacier-flexible', 'transition-requests', 50_000, '1.5'],
    ['glacier-flexible', 'read-requests', 50_000, '1.5'],
    ['glacier-flexible', 'retrieval', 50_000, '500'],
    ['deep-archive', 'storage', 60_000, '59.4'],
    ['deep-archive', 'write-requests', 60_000, '3'],
    ['deep-archive', 'transition-requests', 60_000, '3'],
    ['deep-archive', 'read-requests', 60_000, '6'],
    ['deep-archive', 'retrieval', 60_000, '1200'],
  ])('%s %s of %i', (tier, meter, amount, expected) => {
    expect(amountOf(tier, meter, amount)).toBe(expected);
  });
});
