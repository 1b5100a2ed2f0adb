import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  loadPriceBook,
  parseBytes,
  PriceBook,
  PriceProblem,
  ProvisioningQuota,
  Quantity,
} from '@holdfast/plugin-holdfast-common';

/**
 * Where a cluster is, as far as the configuration says.
 */
export interface ConfiguredPlace {
  provider?: string;
  region?: string;
}

/**
 * What the configuration says about databases that do not exist yet.
 */
export interface ProvisioningConfig {
  quota: ProvisioningQuota;
  /** By name of the cluster. */
  places: ReadonlyMap<string, ConfiguredPlace>;
  prices: PriceBook;
  /** What of `holdfast.prices` could not be read, and has no price. */
  priceProblems: readonly PriceProblem[];
}

/**
 * Reads `holdfast.quota`, `holdfast.places` and `holdfast.prices`.
 *
 * @throws InputError that names the key of a quota or place, its value and what would be right. Prices stop nothing.
 */
export function readProvisioningConfig(config: Config): ProvisioningConfig {
  const { book, problems } = loadPriceBook(
    config.getOptional('holdfast.prices'),
  );
  return {
    quota: readQuota(config),
    places: new Map(
      config.getOptionalConfigArray('holdfast.places')?.map(place => {
        const provider = place.getOptionalString('provider');
        const region = place.getOptionalString('region');
        return [
          place.getString('cluster'),
          { ...(provider && { provider }), ...(region && { region }) },
        ];
      }),
    ),
    prices: book,
    priceProblems: problems,
  };
}

function readQuota(config: Config): ProvisioningQuota {
  const quota: ProvisioningQuota = {};
  const key = 'holdfast.quota.instances';
  const instances = config.getOptionalNumber(key);
  if (instances !== undefined) {
    if (!Number.isInteger(instances) || instances < 1) {
      throw new InputError(
        `Configuration ${key} is ${instances}; it has to be a whole number of at least 1`,
      );
    }
    quota.instances = instances;
  }
  for (const field of ['cpu', 'memory', 'dataSize', 'walSize'] as const) {
    const at = `holdfast.quota.${field}`;
    const stated = config.getOptional(at);
    if (stated === undefined) continue;
    const text = String(stated);
    if (field === 'cpu') Quantity.parse(text, { field: at });
    else parseBytes(text, { field: at });
    quota[field] = text;
  }
  return quota;
}
