import { loadPriceBook } from '../price-book/loadPriceBook';
import { CostLine, PricingContext } from '../pricing/CostLine';
import { VolumeClass } from '../volume-class/VolumeClass';

export const now = '2026-11-20T10:00:00Z';
export const gib = 1024 ** 3;
export const day = 86_400;

/** The prices that are shipped, and a configuration without a problem. */
export function pricingContext(config?: unknown): PricingContext {
  const { book, problems } = loadPriceBook(config);
  expect(problems).toEqual([]);
  return { book, now };
}

export function ebs(parameters: Record<string, string>): VolumeClass {
  return { provisioner: 'ebs.csi.aws.com', parameters, region: 'us-east-1' };
}

export function azureDisk(skuName: string): VolumeClass {
  return {
    provisioner: 'disk.csi.azure.com',
    parameters: { skuName },
    region: 'eastus',
  };
}

export function persistentDisk(
  parameters: Record<string, string>,
): VolumeClass {
  return {
    provisioner: 'pd.csi.storage.gke.io',
    parameters,
    region: 'us-central1',
  };
}

/** `component quantity unit @ price = amount`, to be read as a bill. */
export function bill(lines: CostLine[]): string[] {
  return lines.map(
    ({ component, quantity, unit, unitPrice, amount }) =>
      `${component} ${quantity} ${unit} @ ${unitPrice} = ${amount}`,
  );
}
