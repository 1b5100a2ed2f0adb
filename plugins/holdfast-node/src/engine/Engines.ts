import { ConflictError, InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Database, EngineName } from '@holdfast/plugin-holdfast-common';
import { deliveryKeys, describeCustody, keepCustody } from './custody';
import {
  AssemblyInput,
  Engine,
  MetricQuery,
  Protector,
  VolumeFacts,
} from './Engine';
import { Fact, FactKey, factKeyOf, Projection } from './Fact';
import { KubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './labelSelector';
import { protectDatabase } from './protectDatabase';
import { regionOf } from './regionOf';
import { toInstant } from './toInstant';
import { qualifiedKind, WatchedResource } from './WatchedResource';

/**
 * All engines as one reader of a cluster: each kind is read by one engine, claimed by any, and described by the one it is a
 * database of.
 *
 * @public
 */
export class Engines {
  readonly #engines: readonly Engine[];
  readonly #reading = new Map<
    string,
    {
      engine: Engine;
      resource: WatchedResource;
      /** Whether an object with these labels is one that is asked for. */
      selects?: (labels: unknown) => boolean;
    }
  >();
  readonly #assembling = new Map<string, Engine>();
  readonly #protectors: readonly Protector[];

  /**
   * @throws ConflictError when two engines have one id, or read or describe one kind
   * @throws InputError when an engine names kinds of databases and cannot describe them, or selects by labels in a way that cannot be read
   */
  static create(engines: readonly Engine[]): Engines {
    return new Engines(engines);
  }

  private constructor(engines: readonly Engine[]) {
    const ids = new Set<string>();
    for (const engine of engines) {
      if (ids.has(engine.id)) {
        throw new ConflictError(`There are two engines '${engine.id}'`);
      }
      ids.add(engine.id);
      this.#add(engine);
    }
    this.#engines = engines;
    this.#protectors = engines.flatMap(({ protector }) => protector ?? []);
  }

  /** Every kind that has to be watched. */
  get resources(): WatchedResource[] {
    return Array.from(this.#reading.values(), ({ resource }) => resource);
  }

  /** Every question to the metrics sources. */
  get metrics(): MetricQuery[] {
    return this.#engines.flatMap(engine => engine.metrics ?? []);
  }

  /** Kinds with group whose objects are databases. */
  get databaseKinds(): string[] {
    return Array.from(this.#assembling.keys());
  }

  /** What facts were projected by. Facts of another version have to be read again. */
  get projectionVersion(): string {
    return this.#engines
      .map(({ id, projectionVersion }) => `${id}:${projectionVersion}`)
      .sort()
      .join(',');
  }

  /** What is kept of an object; undefined when nothing is, or when no engine reads its kind. */
  project(
    resource: WatchedResource,
    object: KubernetesObject,
  ): Fact | undefined {
    const kind = qualifiedKind(resource);
    const { uid, namespace, name, creationTimestamp } = object.metadata;
    const createdAt = toInstant(creationTimestamp);
    const { engine, selects } = this.#reading.get(kind) ?? {};
    if (!engine) return undefined;
    // A dump has what an API server would have left out.
    if (selects && !selects(object.metadata.labels)) return undefined;

    const subjects: FactKey[] = [];
    const claims: JsonObject = {};
    for (const claimant of this.#engines) {
      const claim = claimant.claim?.(resource, object);
      if (!claim) continue;
      subjects.push(...claim.subjects);
      if (claim.data) claims[claimant.id] = claim.data;
    }
    if (resource.claimedOnly && subjects.length === 0) return undefined;

    const projection = engine.project(resource, object);
    if (!projection) return undefined;
    const custody =
      resource.custody || this.#assembling.has(kind)
        ? keepCustody(object)
        : undefined;
    const data = {
      ...projection.data,
      ...(custody && { custody }),
      ...(Object.keys(claims).length > 0 && { claims }),
    };
    const collects = this.#collects(
      { kind, namespace, name, data },
      projection,
    );
    return {
      ...projection,
      ...(collects && { collects }),
      subjects: [...new Set([...projection.subjects, ...subjects])],
      data,
      key: factKeyOf({ kind, namespace, name }),
      kind,
      ...(namespace !== undefined && { namespace }),
      name,
      // A manifest that was never applied has none.
      uid: uid ?? '',
      ...(createdAt !== undefined && { createdAt }),
    };
  }

  /** The engine that describes databases of a kind. */
  describing(kind: string): Engine | undefined {
    return this.#assembling.get(kind);
  }

  /** What a database is that its engine fails to describe; undefined when that cannot be told. */
  engineNameOf(root: Pick<Fact, 'kind' | 'data'>): EngineName | undefined {
    const engine = this.#assembling.get(root.kind);
    return engine?.engineName ?? engine?.engineNameOf?.(root);
  }

  /**
   * Describes a database.
   *
   * @throws InputError when no engine knows the kind of the root
   */
  assemble(input: Omit<AssemblyInput, 'volumes'>): Database {
    const engine = this.#assembling.get(input.root.kind);
    if (!engine?.assemble) {
      throw new InputError(
        `No engine describes a ${input.root.kind} as a database`,
      );
    }
    const whole = { ...input, volumes: this.#volumes(input) };
    const { reliesOnOthers = false } = engine;
    const database = engine.assemble(whole);
    return protectDatabase({
      database: {
        ...database,
        region: database.region ?? regionOf(whole),
        custody: database.custody ?? describeCustody(whole, input.root),
      },
      protectors: this.#protectors,
      input: whole,
      reliesOnOthers,
    });
  }

  /** A database collects for all that may protect it, beside what its own engine asks for. */
  #collects(
    fact: Pick<Fact, 'kind' | 'namespace' | 'name' | 'data'>,
    { collects = [] }: Projection,
  ): FactKey[] | undefined {
    const keys = this.#assembling.has(fact.kind)
      ? this.#protectors.flatMap(protector => protector.collects(fact))
      : [];
    const all = [...new Set([...collects, ...keys, ...deliveryKeys(fact)])];
    return all.length > 0 ? all : undefined;
  }

  #volumes(
    input: Omit<AssemblyInput, 'volumes'>,
  ): ReadonlyMap<FactKey, VolumeFacts> {
    const volumes = new Map<FactKey, VolumeFacts>();
    for (const claim of input.related.get('PersistentVolumeClaim') ?? []) {
      for (const engine of this.#engines) {
        const volume = engine.describeVolume?.({ ...input, claim });
        if (volume) {
          const custody = describeCustody(input, claim);
          volumes.set(claim.key, { ...volume, custody });
          break;
        }
      }
    }
    return volumes;
  }

  #add(engine: Engine) {
    for (const resource of engine.resources) {
      const kind = qualifiedKind(resource);
      const other = this.#reading.get(kind);
      if (other) {
        throw new ConflictError(
          `The engines '${other.engine.id}' and '${engine.id}' both read ${kind}`,
        );
      }
      const { labelSelector } = resource;
      const selects =
        labelSelector === undefined
          ? undefined
          : parseLabelSelector(labelSelector);
      this.#reading.set(kind, { engine, resource, selects });
    }
    for (const kind of engine.databaseKinds) {
      if (!engine.assemble) {
        throw new InputError(
          `The engine '${engine.id}' has ${kind} as a kind of database and no 'assemble' to describe one`,
        );
      }
      const other = this.#assembling.get(kind);
      if (other) {
        throw new ConflictError(
          `The engines '${other.id}' and '${engine.id}' both describe ${kind}`,
        );
      }
      this.#assembling.set(kind, engine);
    }
  }
}
