import { JsonObject } from '@backstage/types';
import {
  Database,
  EngineName,
  MissingFacts,
  ObjectReference,
  Observed,
  Volume,
  VolumeCoverage,
} from '@holdfast/plugin-holdfast-common';
import { Fact, FactKey, Projection } from './Fact';
import { KubernetesObject } from './KubernetesObject';
import { WatchedResource } from './WatchedResource';

/**
 * The newest values of the metrics that concern one database, by metric name as the source names it.
 *
 * @public
 */
export interface MetricSample {
  name: string;
  labels: Record<string, string>;
  value: number;
  /** When the source measured it, ISO 8601. */
  observedAt: string;
}

/**
 * A question to a metrics source: one instant query per cluster answers it for every database there.
 *
 * @public
 */
export interface MetricQuery {
  name: string;
  /** PromQL, without any selector for the cluster: the metrics source adds that. */
  query: string;
  /** Finds out which object a series is about: a database, or something that is about one. Undefined: none of ours. */
  subjectOf(labels: Record<string, string>): FactKey | undefined;
  /**
   * Relative change of a value below which it counts as unchanged, so that noise does not cause judgements: 0.01 for one percent.
   * Default: every change counts.
   */
  tolerance?: number;
}

/**
 * Everything an engine is given to describe one database.
 *
 * @public
 */
export interface AssemblyInput {
  cluster: string;
  root: Fact;
  /** Facts about the root, and whatever these need, by kind with group. */
  related: ReadonlyMap<string, readonly Fact[]>;
  /** Any of the facts above by key. */
  find(key: FactKey): Fact | undefined;
  /** Those about the root or any of the facts above. */
  samples: readonly MetricSample[];
  /** Volumes by the key of their claim, as the volumes engine describes them. */
  volumes: ReadonlyMap<FactKey, VolumeFacts>;
  /** Watched kinds that could not be read in this cluster. */
  unread: readonly Pick<MissingFacts, 'kind' | 'reason' | 'message'>[];
}

/**
 * A volume before its operator has said what it holds.
 *
 * @public
 */
export type VolumeFacts = Omit<Volume, 'instance' | 'role'>;

/**
 * Everything an engine is given to describe one volume.
 *
 * @public
 */
export interface VolumeInput
  extends Pick<
    AssemblyInput,
    'cluster' | 'related' | 'find' | 'samples' | 'unread'
  > {
  /** The fact of the PersistentVolumeClaim. */
  claim: Fact;
}

/**
 * What an operator's labels say about an object that another engine reads.
 *
 * @public
 */
export interface Claim {
  /** See {@link Projection.subjects}. */
  subjects: FactKey[];
  /** What judgement needs of it; kept in the fact's data as `claims.<engine id>`. */
  data?: JsonObject;
}

/**
 * What one tool does for a database that another engine describes.
 *
 * @public
 */
export interface Protection
  extends Partial<
    Pick<
      Database,
      | 'stores'
      | 'schedules'
      | 'recoveryPoints'
      | 'attempts'
      | 'restores'
      | 'drills'
      | 'unreadReports'
      | 'missing'
    >
  > {
  /** What its backups hold of the volumes, by the name of the claim. */
  coverage?: ReadonlyMap<string, readonly VolumeCoverage[]>;
}

/**
 * Looks at databases of all engines for what one tool does for them: backs up their volumes or namespaces, restores them for practice.
 *
 * @public
 */
export interface Protector {
  /** Keys whose facts are to be read with a database, see {@link Projection.collects}. Told by its reference alone. */
  collects(root: Pick<Fact, 'kind' | 'namespace' | 'name'>): FactKey[];
  /**
   * Says what it does for a database. `reliesOnOthers`: the database's operator takes no backups itself, so that what cannot be read here
   * leaves open whether it is backed up at all.
   */
  protect(
    input: AssemblyInput,
    database: Database,
    options: { reliesOnOthers: boolean },
  ): Protection;
}

/**
 * Turns one operator's objects into the model. Pure: the same input gives the same output, and no object, however broken, makes it throw.
 *
 * @public
 */
export interface Engine {
  /** Also the name of its folder: `cloudnative-pg`. */
  id: string;
  /** To be raised when {@link Engine.project} changes what it keeps: everything is then read again. */
  projectionVersion: number;
  resources: readonly WatchedResource[];
  metrics?: readonly MetricQuery[];
  /** Keeps what matters of an object of one of {@link Engine.resources}; undefined when nothing does. */
  project(
    resource: WatchedResource,
    object: KubernetesObject,
  ): Projection | undefined;
  /**
   * Says which database an object of another engine's resource is about, by this operator's labels. Called for every object of
   * every watched kind.
   */
  claim?(
    resource: WatchedResource,
    object: KubernetesObject,
  ): Claim | undefined;
  /** What its databases are, for those that it fails to describe. Absent when they may be several things. */
  engineName?: EngineName;
  /** What one of them is where they may be several things, by what was kept of it; undefined when that does not tell. It must not throw. */
  engineNameOf?(root: Pick<Fact, 'data'>): EngineName | undefined;
  /** The kinds, with group, whose objects are databases; empty when the engine only reads what others need. */
  databaseKinds: readonly string[];
  /** Describes a database. Needed by, and only called for facts of, {@link Engine.databaseKinds}. */
  assemble?(input: AssemblyInput): Database;
  /** Its databases have no backups of their own kind: what protects them are tools that know nothing of databases. */
  reliesOnOthers?: boolean;
  /** What it does for databases that others describe. */
  protector?: Protector;
  /** Describes the volume behind a claim. One engine does so for all of them. */
  describeVolume?(input: VolumeInput): VolumeFacts | undefined;
}

/**
 * Points at a field of a fact's object as evidence.
 *
 * @public
 */
export function observe<T extends string | number | boolean>(options: {
  cluster: string;
  fact: Pick<Fact, 'kind' | 'namespace' | 'name'>;
  field: string;
  value: T;
}): Observed<T> {
  const { cluster, fact, field, value } = options;
  return {
    value,
    evidence: { object: referenceOf(cluster, fact), field, value },
  };
}

/**
 * @public
 */
export function referenceOf(
  cluster: string,
  fact: Pick<Fact, 'kind' | 'namespace' | 'name'>,
): ObjectReference {
  return {
    cluster,
    kind: fact.kind,
    ...(fact.namespace !== undefined && { namespace: fact.namespace }),
    name: fact.name,
  };
}
