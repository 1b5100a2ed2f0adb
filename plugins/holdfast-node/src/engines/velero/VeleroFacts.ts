import { JsonObject } from '@backstage/types';
import { Database, Volume } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  Fact,
  factKeyOf,
  FactReader,
  GatheredFacts,
  listAt,
  objectAt,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import { groupBy } from '../../engine/groupBy';
import {
  persistentVolumeClaims,
  persistentVolumes,
  pods,
} from '../volumes/resources';
import { Decision } from './decide';
import { backupNameLabel, labelValueOf } from './names';

const labelOf = ['metadata', 'labels'];

/** A pod as Velero sees it when it comes to a claim that the pod uses. */
export interface UsingPod {
  reader: FactReader;
  name: string;
  labels: JsonObject;
  annotations: JsonObject;
  /** What the pod calls the claim. */
  volume: string;
}

/** A volume of the database with what Velero selects it by. */
export interface ClaimedVolume {
  volume: Volume;
  reader: FactReader;
  fact: Fact;
  labels: JsonObject;
  pods: UsingPod[];
  /** The PersistentVolume, where it could be read. */
  bound?: FactReader;
  /** What orders mean to do with it, by what they say. */
  decisions: Map<string, Decision>;
}

/**
 * A database with everything of Velero that is to be read with it.
 */
export class VeleroFacts extends GatheredFacts {
  readonly database: Database;
  readonly namespace: string;
  readonly volumes: ClaimedVolume[];
  readonly #copies = new Map<WatchedResource, Map<string, Fact[]>>();
  #sets?: ClaimedVolume[][];

  constructor(input: AssemblyInput, database: Database) {
    super(input);
    this.database = database;
    this.namespace = database.reference.namespace ?? '';
    this.volumes = database.volumes.flatMap(volume => this.#claimed(volume));
  }

  /**
   * The volumes that bring one copy of the server back, for each of its instances. A sharded server needs those of all.
   */
  get sets(): ClaimedVolume[][] {
    this.#sets ??= this.#setsOfVolumes();
    return this.#sets;
  }

  /** What of a kind that has Velero's label was made for one claim by one backup. There are as many of them as backups, for each claim. */
  copiesBy(
    backup: Pick<Fact, 'namespace' | 'name'>,
    claimed: ClaimedVolume,
    resource: WatchedResource,
  ): readonly Fact[] {
    let copies = this.#copies.get(resource);
    if (!copies) {
      copies = groupBy(this.related(resource), fact =>
        copyKey(fact, stringAt(fact.data, ...labelOf, backupNameLabel)),
      );
      this.#copies.set(resource, copies);
    }
    const ofBackup = copies.get(copyKey(backup, labelValueOf(backup.name)));
    return (ofBackup ?? []).filter(({ subjects }) =>
      subjects.includes(claimed.fact.key),
    );
  }

  #setsOfVolumes(): ClaimedVolume[][] {
    const data = this.volumes.filter(({ volume }) => volume.role !== 'other');
    const sets = new Map<string, ClaimedVolume[]>();
    for (const claimed of data) {
      const key = this.#isSharded ? '' : claimed.volume.instance ?? '';
      const set = sets.get(key);
      if (set) set.push(claimed);
      else sets.set(key, [claimed]);
    }
    return [...sets.values()];
  }

  /** Why a kind could not be read; undefined when it could, or when the API server does not know it. */
  override unread(resource: WatchedResource) {
    const unread = super.unread(resource);
    return unread?.reason === 'absent' ? undefined : unread;
  }

  /** Each shard keeps a part of the keys, on volumes of its own. */
  get #isSharded(): boolean {
    return (this.database.shards?.value ?? 1) > 1;
  }

  #claimed(volume: Volume): ClaimedVolume[] {
    const { namespace, name } = volume.claim;
    const kind = qualifiedKind(persistentVolumeClaims);
    const fact = this.input.find(factKeyOf({ kind, namespace, name }));
    if (!fact) return [];
    const bound = this.input.find(
      factKeyOf({
        kind: qualifiedKind(persistentVolumes),
        name: stringAt(fact.data, 'spec', 'volumeName') ?? '',
      }),
    );
    return [
      {
        volume,
        fact,
        reader: this.read(fact),
        labels: objectAt(fact.data, 'claims', 'velero', 'labels'),
        pods: this.#podsUsing(fact),
        decisions: new Map(),
        ...(bound && { bound: this.read(bound) }),
      },
    ];
  }

  #podsUsing(claim: Fact): UsingPod[] {
    return this.related(pods).flatMap(pod => {
      const noted = objectAt(pod.data, 'claims', 'velero');
      const used = listAt(noted, 'volumes').find(
        entry => stringAt(entry, 'claim') === claim.name,
      );
      if (!used || pod.namespace !== claim.namespace) return [];
      return {
        reader: this.read(pod),
        name: pod.name,
        labels: objectAt(noted, 'labels'),
        annotations: objectAt(noted, 'annotations'),
        volume: stringAt(used, 'name') ?? '',
      };
    });
  }
}

function copyKey(
  { namespace = '' }: Pick<Fact, 'namespace'>,
  backup: string | undefined,
): string {
  return `${namespace}/${backup ?? ''}`;
}
