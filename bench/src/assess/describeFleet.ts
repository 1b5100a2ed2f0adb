import {
  DatabaseTraits,
  DemoFleet,
  resourceTypes,
  SimulatedCluster,
} from '@holdfast/demo';
import { Database } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  builtInEngines,
  describeDatabases,
  Engine,
  Engines,
  KubernetesObject,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';

/** An object, and what it is watched as. */
export interface WatchedObject {
  resource: WatchedResource;
  object: KubernetesObject;
}

/** Databases of a simulated fleet as Holdfast sees them, and what it took to see them. */
export interface DescribedFleet {
  engines: Engines;
  objects: WatchedObject[];
  /** What the engines were given to describe each of the databases. */
  inputs: AssemblyInput[];
  databases: Database[];
}

/** Describes a simulated fleet as it stands at one moment, in memory. Default: the fleet of the demo. */
export function describeFleet(options: {
  now: Date;
  fleet?: readonly DatabaseTraits[];
}): DescribedFleet {
  const { now, fleet } = options;
  const demo = DemoFleet.create({
    token: 'reader',
    now: () => now,
    databases: fleet,
  });
  demo.tick();
  const samples = demo
    .metrics(now)
    .map(series => ({ ...series, observedAt: now.toISOString() }));

  const engines = Engines.create(builtInEngines);
  const inputs: AssemblyInput[] = [];
  const listening = Engines.create(
    builtInEngines.map(engine => listeningTo(engine, inputs)),
  );
  const objects: WatchedObject[] = [];
  const databases: Database[] = [];
  for (const [name, cluster] of demo.clusters) {
    const watched = watchedObjects(engines, cluster);
    objects.push(...watched);
    databases.push(
      ...describeDatabases({
        cluster: name,
        engines: listening,
        objects: watched.map(({ object }) => object),
        samples: samples.filter(
          ({ labels }) => labels.kubernetes_cluster === name,
        ),
      }),
    );
  }
  return { engines, objects, inputs, databases };
}

/** An engine that notes down what it is given. */
function listeningTo(engine: Engine, inputs: AssemblyInput[]): Engine {
  const { assemble } = engine;
  return {
    ...engine,
    assemble:
      assemble &&
      (input => {
        inputs.push(input);
        return assemble(input);
      }),
  };
}

/** All objects that the engines ask for, as they come over the wire. */
function watchedObjects(
  engines: Engines,
  cluster: SimulatedCluster,
): WatchedObject[] {
  const types = Object.values(resourceTypes);
  return engines.resources.flatMap(resource => {
    const type = types.find(
      ({ group, plural }) =>
        group === resource.group && plural === resource.plural,
    );
    if (!type) return [];
    return cluster.objects.list(type).map(object => ({
      resource,
      object: JSON.parse(JSON.stringify(object)),
    }));
  });
}
