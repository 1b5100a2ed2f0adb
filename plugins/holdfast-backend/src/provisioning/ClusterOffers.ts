import { PriceBook } from '@holdfast/plugin-holdfast-common';
import {
  clusterKinds,
  describeCluster,
  DescribedCluster,
} from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readFactsOfKinds } from '../database/operations/facts/readFactsOfKinds';
import { Inventory } from '../inventory/Inventory';
import { ConfiguredPlace } from './readProvisioningConfig';

/**
 * A cluster that is followed, with what it offers.
 */
export interface ClusterOffer extends DescribedCluster {
  name: string;
}

/** A form asks at every pause of typing, and a cluster may have thousands of nodes. */
const keptMs = 10_000;

/**
 * What the clusters that are followed offer to a database that does not exist yet, from the facts about them.
 */
export class ClusterOffers {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'clusterStates'>;
  readonly #places: ReadonlyMap<string, ConfiguredPlace>;
  readonly #prices: PriceBook;
  #kept?: { offers: Promise<ClusterOffer[]>; until: number };

  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'clusterStates'>;
    places: ReadonlyMap<string, ConfiguredPlace>;
    prices: PriceBook;
  }): ClusterOffers {
    return new ClusterOffers(options);
  }

  private constructor(options: Parameters<typeof ClusterOffers.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#places = options.places;
    this.#prices = options.prices;
  }

  /** By name. What was read in the last 10 s is taken for current. */
  async list(): Promise<ClusterOffer[]> {
    const now = Date.now();
    if (!this.#kept || this.#kept.until < now) {
      const offers = this.#read();
      this.#kept = { offers, until: now + keptMs };
      offers.catch(() => {
        this.#kept = undefined;
      });
    }
    return await this.#kept.offers;
  }

  async #read(): Promise<ClusterOffer[]> {
    const states = await this.#inventory.clusterStates();
    const facts = await readFactsOfKinds(this.#knex, { kinds: clusterKinds });
    return states
      .map(({ name }) => {
        const described = describeCluster(facts.get(name) ?? []);
        const provider = described.provider ?? this.#providerOf(described);
        return {
          ...described,
          ...(provider && { provider }),
          ...this.#places.get(name),
          name,
        };
      })
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Nodes of some set-ups do not say where they are, but a provider's storage is found with that provider only. */
  #providerOf({ storageClasses }: DescribedCluster): string | undefined {
    const providers = new Set(
      storageClasses.flatMap(
        ({ provisioner }) =>
          (provisioner && this.#prices.providerOf(provisioner)) || [],
      ),
    );
    return providers.size === 1 ? [...providers][0] : undefined;
  }
}
