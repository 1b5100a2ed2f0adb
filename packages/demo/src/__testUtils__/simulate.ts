import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { DemoFleet } from '../fleet/DemoFleet';
import { DatabaseTraits } from '../postgresql/DatabaseTraits';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { SimulatedStore } from '../postgresql/SimulatedStore';
import { objectsOf } from './objectsOf';

/** A fleet of one database, `dev/shop/orders`, with a clock that only a test moves. */
export class Simulation {
  readonly fleet: DemoFleet;
  readonly database: SimulatedDatabase;
  readonly store: SimulatedStore;
  #now = new Date('2026-11-20T12:00:00Z');

  constructor(traits: Partial<DatabaseTraits> = {}) {
    this.fleet = DemoFleet.create({
      token: 'reader',
      now: () => this.#now,
      databases: [
        {
          cluster: 'dev',
          namespace: 'shop',
          name: 'orders',
          ...traits,
        },
      ],
    });
    this.database = this.fleet.database('dev/shop/orders');
    this.store = this.database.store;
  }

  get now(): Date {
    return this.#now;
  }

  /** Lets the time pass second by second, as the demo does. */
  pass(seconds: number): this {
    for (let second = 0; second < seconds; second++) {
      this.#now = new Date(this.#now.getTime() + 1000);
      this.fleet.tick();
    }
    return this;
  }

  /** Lets the time pass at once, as when the machine slept. */
  leap(seconds: number): this {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
    this.fleet.tick();
    return this;
  }

  act(action: (database: SimulatedDatabase) => void): this {
    this.fleet.act('dev/shop/orders', action);
    return this;
  }

  objects(kind: string): KubernetesObject[] {
    return objectsOf(this.fleet.cluster('dev')).filter(
      object => object.kind === kind,
    );
  }

  get cluster(): KubernetesObject {
    return this.objects('Cluster')[0];
  }

  /** The value of a metric of an instance, the primary by default. */
  metric(
    name: string,
    labels: Record<string, string> = { pod: this.database.primary },
  ): number | undefined {
    const wanted = Object.entries(labels);
    return this.fleet
      .metrics()
      .find(
        series =>
          series.name === name &&
          wanted.every(([label, value]) => series.labels[label] === value),
      )?.value;
  }

  /** How many writes watchers of the cluster have seen since it was made. */
  get revision(): number {
    return this.fleet.cluster('dev').objects.revision;
  }
}

export function simulate(traits?: Partial<DatabaseTraits>): Simulation {
  return new Simulation(traits);
}
