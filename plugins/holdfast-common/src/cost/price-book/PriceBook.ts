import { Instant } from '../../model';
import { momentOf } from '../../recovery/moment';
import { Driver } from './Driver';
import { inCurrency, likeAnotherRegion, paidShareOf } from './effectiveRow';
import { OwnStorageClass } from './OwnStorageClass';
import { PriceReference, Product, ProductKind } from './PriceRow';
import { PriceSettings } from './PriceSettings';
import { ProviderPrices } from './readPriceBook';

/** Why something has no price. */
export interface Missing {
  reason: string;
}

export function isMissing(answer: object): answer is Missing {
  return 'reason' in answer;
}

/**
 * What things cost: the prices of providers, and what the configuration says of them. Made by {@link loadPriceBook}.
 *
 * @public
 */
export class PriceBook {
  /** @internal */
  static create(options: {
    providers: ProviderPrices[];
    storageClasses: OwnStorageClass[];
    fallback?: Product;
    settings: PriceSettings;
  }): PriceBook {
    return new PriceBook(options);
  }

  readonly #drivers: Driver[] = [];
  readonly #products = new Map<string, Product>();
  readonly #defaultCompute = new Map<string, string>();
  readonly #providers = new Set<string>();
  readonly #storageClasses: OwnStorageClass[];
  readonly #fallback?: Product;
  readonly #settings: PriceSettings;

  private constructor(options: {
    providers: ProviderPrices[];
    storageClasses: OwnStorageClass[];
    fallback?: Product;
    settings: PriceSettings;
  }) {
    this.#settings = options.settings;
    this.#storageClasses = options.storageClasses;
    this.#fallback = options.fallback;
    for (const {
      provider,
      products,
      drivers,
      defaultCompute,
    } of options.providers) {
      this.#providers.add(provider);
      if (defaultCompute) this.#defaultCompute.set(provider, defaultCompute);
      // What is configured comes later, and is asked first.
      this.#drivers.unshift(...drivers);
      for (const product of products) this.#add(product);
    }
  }

  /** The currency of all amounts, by ISO 4217. */
  get currency(): string {
    return this.#settings.currency;
  }

  /** The providers that it has prices or storage drivers of. */
  providers(): string[] {
    return [...this.#providers];
  }

  /** The regions of a provider for which there is any price. */
  regions(provider: string): string[] {
    const regions = new Set<string>();
    for (const product of this.#products.values()) {
      if (product.provider === provider) regions.add(product.region);
    }
    for (const likeness of this.#settings.regions) {
      if (likeness.provider === provider) regions.add(likeness.region);
    }
    return [...regions].sort();
  }

  /** The names of what can be bought in a region: volume types, tiers of an object store, families of machines. */
  products(provider: string, region: string, kind: ProductKind): string[] {
    const sold = this.#likenessOf(provider, region)?.like;
    const names = new Set<string>();
    for (const product of this.#products.values()) {
      const here = product.region === region || product.region === sold;
      if (product.provider === provider && product.kind === kind && here) {
        names.add(product.name);
      }
    }
    return [...names];
  }

  /** The family of machines of a provider that CPU and memory are priced by where none is named. */
  defaultCompute(provider: string): string | undefined {
    return this.#defaultCompute.get(provider);
  }

  /** The provider with which alone a storage driver works: `aws` for `ebs.csi.aws.com`. Undefined for drivers that run anywhere. */
  providerOf(provisioner: string): string | undefined {
    const provider = this.driver(provisioner)?.provider;
    return provider === 'on-premises' ? undefined : provider;
  }

  /** @internal With its prices in the currency of the book, and its discount. */
  product(choice: {
    provider: string | undefined;
    region: string | undefined;
    kind: ProductKind;
    name: string;
  }): Product | Missing {
    const { provider, region, kind, name } = choice;
    if (!provider) return { reason: 'the provider is not known' };
    if (!this.#providers.has(provider)) {
      return {
        reason: `there are no prices of ${provider}, only of ${this.providers().join(
          ', ',
        )}`,
      };
    }
    if (!region) return { reason: 'the region is not known' };
    const product =
      this.#products.get(keyOf(provider, region, kind, name)) ??
      this.#likeAnother(provider, region, kind, name);
    return product
      ? this.#effective(product)
      : { reason: this.#whyNot(provider, region, kind, name) };
  }

  /** @internal What the configuration says that a storage class costs; the entry that says most about where it holds. */
  ownStorageClass(wanted: {
    name: string | undefined;
    cluster?: string;
    region?: string;
  }): Product | undefined {
    const { name, cluster, region } = wanted;
    const fitting = this.#storageClasses.filter(
      own =>
        own.name === name &&
        (own.cluster ?? cluster) === cluster &&
        (own.region ?? region) === region,
    );
    const nearness = (own: OwnStorageClass) =>
      (own.cluster ? 2 : 0) + (own.region ? 1 : 0);
    fitting.sort((one, other) => nearness(other) - nearness(one));
    return fitting[0] && this.#effective(fitting[0].product);
  }

  /** @internal What the configuration says that a volume costs which has no other price. */
  fallback(): Product | undefined {
    return this.#fallback && this.#effective(this.#fallback);
  }

  /** @internal */
  driver(name: string): Driver | undefined {
    return this.#drivers.find(driver =>
      driver.names.some(candidate =>
        candidate.startsWith('*')
          ? name.endsWith(candidate.slice(1))
          : name === candidate,
      ),
    );
  }

  /** @internal Whether a price is older than the configured age. */
  isOld({ asOf }: PriceReference, now: Instant): boolean {
    const [then, today] = [momentOf(asOf), momentOf(now)];
    if (then === undefined || today === undefined) return false;
    return today - then > this.#settings.maxAgeSeconds * 1000;
  }

  #add(product: Product): void {
    const { provider, region, kind, name } = product;
    const key = keyOf(provider, region, kind, name);
    const before = this.#products.get(key);
    if (!before) {
      this.#products.set(key, product);
      return;
    }
    const replaced = new Set(product.rows.map(({ id }) => id));
    this.#products.set(key, {
      ...before,
      ...product,
      billingStep: product.billingStep ?? before.billingStep,
      rows: [
        ...product.rows,
        ...before.rows.filter(({ id }) => !replaced.has(id)),
      ],
      terms: new Map([...before.terms, ...product.terms]),
    });
  }

  #likenessOf(provider: string, region: string) {
    return this.#settings.regions.find(
      candidate =>
        candidate.provider === provider && candidate.region === region,
    );
  }

  #likeAnother(
    provider: string,
    region: string,
    kind: ProductKind,
    name: string,
  ): Product | undefined {
    const likeness = this.#likenessOf(provider, region);
    const model =
      likeness &&
      this.#products.get(keyOf(provider, likeness.like, kind, name));
    if (!model) return undefined;
    const rows = model.rows.map(row => likeAnotherRegion(row, likeness));
    return { ...model, region, rows };
  }

  #effective(product: Product): Product {
    const paidShare = paidShareOf(product, this.#settings);
    const rows = product.rows.map(row => ({
      ...inCurrency(row, this.#settings),
      paidShare,
    }));
    return { ...product, rows };
  }

  #whyNot(
    provider: string,
    region: string,
    kind: ProductKind,
    name: string,
  ): string {
    const elsewhere = [...this.#products.values()]
      .filter(
        product =>
          product.provider === provider &&
          product.kind === kind &&
          product.name === name,
      )
      .map(product => product.region);
    if (elsewhere.length > 0) {
      return `there is no price of ${name} in ${region}, only in ${elsewhere.join(
        ', ',
      )}`;
    }
    const names = this.products(provider, region, kind);
    const known = names.length > 0 ? `, only of ${names.join(', ')}` : '';
    return `there is no price of ${name} of ${provider} in ${region}${known}`;
  }
}

function keyOf(
  provider: string,
  region: string,
  kind: ProductKind,
  name: string,
): string {
  return `${provider}/${region}/${kind}/${name}`;
}
