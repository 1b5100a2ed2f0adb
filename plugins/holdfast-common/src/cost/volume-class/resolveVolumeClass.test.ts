import { pricingContext } from '../__testUtils__/pricingContext';
import { isMissing } from '../price-book/PriceBook';
import { resolveVolumeClass } from './resolveVolumeClass';
import { VolumeClass } from './VolumeClass';

const { book } = pricingContext();
const regions: Record<string, string> = {
  aws: 'us-east-1',
  azure: 'eastus',
  gcp: 'us-central1',
};

function resolve(volume: VolumeClass, provider = 'aws') {
  const resolved = resolveVolumeClass(book, {
    region: regions[provider],
    ...volume,
  });
  if (isMissing(resolved)) return resolved.reason;
  return `${resolved.product.provider} ${resolved.product.name} by ${resolved.basis}`;
}

describe('resolveVolumeClass', () => {
  it.each<[string, VolumeClass, string]>([
    // opencost, getStorageClassTypeFrom and its test: in-tree gp2, CSI gp3.
    [
      'aws',
      { provisioner: 'kubernetes.io/aws-ebs', parameters: {} },
      'aws gp2 by driver-default',
    ],
    [
      'aws',
      { provisioner: 'ebs.csi.aws.com', parameters: {} },
      'aws gp3 by driver-default',
    ],
    [
      'aws',
      { provisioner: 'ebs.csi.aws.com', parameters: { type: 'GP2' } },
      'aws gp2 by parameter',
    ],
    // docs/driver-parameters.md of azuredisk-csi-driver: skuName with its alias storageAccountType, by default StandardSSD_LRS.
    [
      'azure',
      {
        provisioner: 'disk.csi.azure.com',
        parameters: { storageaccounttype: 'Premium_ZRS' },
      },
      'azure premium-ssd-zrs by parameter',
    ],
    [
      'azure',
      { provisioner: 'disk.csi.azure.com', parameters: {} },
      'azure standard-ssd by driver-default',
    ],
    // The classes that AKS and GKE install.
    [
      'azure',
      {
        provisioner: 'disk.csi.azure.com',
        storageClass: 'managed-csi-premium',
      },
      'azure premium-ssd by class-name',
    ],
    [
      'gcp',
      { provisioner: 'pd.csi.storage.gke.io', storageClass: 'premium-rwo' },
      'gcp pd-ssd by class-name',
    ],
    // README of gcp-compute-persistent-disk-csi-driver: type, replication-type.
    [
      'gcp',
      {
        provisioner: 'pd.csi.storage.gke.io',
        parameters: { type: 'pd-balanced', 'replication-type': 'regional-pd' },
      },
      'gcp pd-balanced-regional by parameter',
    ],
    // A volume whose class is gone, or that was created by hand.
    [
      'aws',
      { driver: 'ebs.csi.aws.com', parameters: {} },
      'aws gp3 by driver-default',
    ],
    [
      'aws',
      { provisionedBy: 'kubernetes.io/aws-ebs', parameters: {} },
      'aws gp2 by driver-default',
    ],
  ])('%s: %j', (provider, volume, expected) => {
    expect(resolve(volume, provider)).toBe(expected);
  });

  it('does not take a class for a cloud disk because it is called standard', () => {
    expect(
      resolve({
        storageClass: 'standard',
        provisioner: 'k8s.io/minikube-hostpath',
        parameters: {},
      }),
    ).toBe(
      'storage of your own has no list price, which does not make it free: its price can be configured under holdfast.prices.storageClasses',
    );
    expect(
      resolve({ storageClass: 'standard', provisioner: 'example.com/disks' }),
    ).toMatch(/^no provider is known for example.com\/disks: /);
    expect(resolve({ storageClass: 'standard' })).toBe(
      'it is not known what provisions the volume',
    );
  });

  it.each<[string, VolumeClass, string]>([
    [
      'a class whose parameters could not be read',
      { provisioner: 'ebs.csi.aws.com', storageClass: 'fast' },
      'the parameters of storage class fast are not known',
    ],
    [
      'a type that is not in the book',
      { provisioner: 'ebs.csi.aws.com', parameters: { type: 'sbp1' } },
      '"sbp1" is not a volume type of aws that has a price: known are gp3, gp2, io1, io2, st1, sc1, standard',
    ],
    [
      'a type whose prices are not in the book',
      {
        provisioner: 'disk.csi.azure.com',
        parameters: { skuName: 'StandardSSD_ZRS' },
        region: 'eastus',
      },
      'there is no price of standard-ssd-zrs of azure in eastus, only of premium-ssd, premium-ssd-zrs, standard-ssd, standard-hdd, premium-ssd-v2, ultra-ssd',
    ],
    [
      'a region that is not in the book',
      {
        provisioner: 'ebs.csi.aws.com',
        parameters: {},
        region: 'eu-west-1',
      },
      'there is no price of gp3 in eu-west-1, only in us-east-1',
    ],
    [
      'no region',
      { provisioner: 'ebs.csi.aws.com', parameters: {}, region: undefined },
      'the region is not known',
    ],
    [
      'Azure Files',
      { provisioner: 'file.csi.azure.com', parameters: {} },
      'what is stored is billed, not the capacity of the volume, which can be far larger: its price can be configured under holdfast.prices.storageClasses',
    ],
  ])('has no price for %s', (_, volume, reason) => {
    expect(resolve(volume)).toBe(reason);
  });

  it('asks the configuration first, and the nearest entry of it', () => {
    const configured = pricingContext({
      storageClasses: [
        { name: 'gp3', capacity: '0.07' },
        { name: 'gp3', cluster: 'prod', capacity: '0.06' },
        { name: 'gp3', cluster: 'prod', region: 'eu-west-1', capacity: '0.05' },
      ],
    }).book;
    const priceIn = (volume: VolumeClass) => {
      const resolved = resolveVolumeClass(configured, {
        storageClass: 'gp3',
        provisioner: 'ebs.csi.aws.com',
        parameters: {},
        ...volume,
      });
      if (isMissing(resolved)) return resolved.reason;
      const { scheme } = resolved.product.rows[0];
      return scheme.type === 'flat' && scheme.price.toString();
    };
    expect(priceIn({})).toBe('0.07');
    expect(priceIn({ cluster: 'dev' })).toBe('0.07');
    expect(priceIn({ cluster: 'prod', region: 'us-east-1' })).toBe('0.06');
    expect(priceIn({ cluster: 'prod', region: 'eu-west-1' })).toBe('0.05');
    expect(priceIn({ storageClass: 'other', region: 'us-east-1' })).toBe(
      '0.08',
    );
  });

  it('takes the configured fallback for what has no other price', () => {
    const { book: withFallback } = pricingContext({
      fallback: { capacity: '0.04' },
    });
    const volume = { provisioner: 'example.com/disks', parameters: {} };
    expect(resolveVolumeClass(withFallback, volume)).toMatchObject({
      basis: 'fallback',
    });
    const listed = { provisioner: 'ebs.csi.aws.com', parameters: {} };
    expect(
      resolveVolumeClass(withFallback, { ...listed, region: 'us-east-1' }),
    ).toMatchObject({ basis: 'driver-default' });
  });
});
