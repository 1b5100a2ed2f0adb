import { resourceTypes } from '../../kubernetes';
import { ClusterName } from '../../postgresql/DatabaseTraits';
import { MetricSeries } from '../../postgresql/metrics';
import { CopiedVolume } from '../ServerWorkload';
import { SimulatedWorkload, TypedObject } from '../SimulatedWorkload';
import { Site, Surroundings } from '../Site';
import { backupObjects, backupRuns } from './backup';
import { locationObject } from './location';
import { repositoryObjects } from './repository';
import { restoreObjects } from './restore';
import { scheduleObject } from './schedule';
import { VeleroScheduleTraits, VeleroTraits } from './VeleroTraits';

/** The namespace that Velero is installed to. */
const NAMESPACE = 'velero';

/** What one schedule takes, and where to. */
export interface VeleroOrder {
  site: Site;
  traits: VeleroScheduleTraits;
  location: string;
  /** The volumes that its selector matches. */
  volumes: readonly CopiedVolume[];
}

/**
 * Velero 1.18 in a cluster: its locations, its schedules, and the backups, copies of volumes and restores that came of them.
 */
export class VeleroWorkload implements SimulatedWorkload {
  readonly cluster: ClusterName;
  readonly #site: Site;
  readonly #traits: VeleroTraits;
  readonly #orders: readonly VeleroOrder[];

  /** @param volumes - those of the cluster that say which policy they are backed up by */
  constructor(
    traits: VeleroTraits,
    around: Surroundings,
    volumes: readonly CopiedVolume[],
  ) {
    this.cluster = traits.cluster;
    this.#traits = traits;
    this.#site = new Site(
      { cluster: traits.cluster, namespace: NAMESPACE, ageDays: 400 },
      around,
    );
    this.#orders = traits.schedules.map(schedule => ({
      site: this.#site,
      traits: schedule,
      location: schedule.location ?? traits.locations[0].name,
      volumes: volumes.filter(({ policy }) => policy === policyOf(schedule)),
    }));
  }

  objectsAt(now: Date): readonly TypedObject[] {
    const { locations } = this.#traits;
    return [
      this.#namespace,
      ...locations.map((location, index) =>
        locationObject(this.#site, location, { isDefault: index === 0, now }),
      ),
      ...this.#orders.flatMap(order => this.#objectsOf(order, now)),
      ...locations.flatMap(location =>
        repositoryObjects(this.#site, location, {
          namespaces: this.#namespacesIn(location.name),
          now,
        }),
      ),
    ];
  }

  metricsAt(): MetricSeries[] {
    return [];
  }

  #objectsOf(order: VeleroOrder, now: Date): TypedObject[] {
    const runs = backupRuns(order, now);
    return [
      ...(order.traits.deletedDaysAgo === undefined
        ? [scheduleObject(order, runs.at(-1))]
        : []),
      ...runs.flatMap(run => backupObjects(order, run, now)),
      ...restoreObjects(order, runs),
    ];
  }

  get #namespace(): TypedObject {
    return this.#site.object(resourceTypes.namespaces, {
      name: NAMESPACE,
      labels: { 'kubernetes.io/metadata.name': NAMESPACE },
      annotations: { 'holdfast.io/owner': 'group:default/platform' },
      body: {
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      },
    });
  }

  /** Velero keeps the files of each namespace in a repository of their own; snapshots that stay where they are need none. */
  #namespacesIn(location: string): string[] {
    const namespaces = this.#orders
      .filter(
        order =>
          order.location === location && order.traits.method !== 'snapshot',
      )
      .flatMap(({ volumes }) => volumes.map(({ namespace }) => namespace));
    return [...new Set(namespaces)];
  }
}

export function policyOf({ policy, name }: VeleroScheduleTraits): string {
  return policy ?? name;
}
