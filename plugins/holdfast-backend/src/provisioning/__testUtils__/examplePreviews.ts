import {
  builtInRules,
  defaultObjectiveConfig,
  loadPriceBook,
} from '@holdfast/plugin-holdfast-common';
import {
  cloudNativePgEngine,
  Engines,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { ClusterOffer } from '../ClusterOffers';
import { DefaultPreviews } from '../DefaultPreviews';

const us: ClusterOffer = {
  name: 'us',
  provider: 'aws',
  region: 'us-east-1',
  namespaces: ['shop'],
  storageClasses: [
    {
      name: 'ssd',
      isDefault: true,
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
      expandable: true,
    },
    {
      name: 'local-path',
      isDefault: false,
      provisioner: 'rancher.io/local-path',
      parameters: {},
      expandable: false,
    },
  ],
};

/** Previews with the shipped prices, where there is one cluster in us-east-1, and `carts` is taken. */
export function examplePreviews(): DefaultPreviews {
  return DefaultPreviews.create({
    engines: Engines.create([cloudNativePgEngine, volumesEngine]),
    rules: builtInRules,
    objectives: defaultObjectiveConfig,
    prices: loadPriceBook().book,
    quota: { dataSize: '1Ti' },
    clusters: {
      list: async () => [us],
    },
    takenNames: {
      find: async ({ name }) =>
        name === 'carts'
          ? [{ name, by: 'the entity resource:default/carts' }]
          : [],
    },
  });
}
