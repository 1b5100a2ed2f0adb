import { Database } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, MetricSample } from './Engine';
import { Engines } from './Engines';
import { Fact, FactKey } from './Fact';
import { groupBy } from './groupBy';
import { KubernetesObject } from './KubernetesObject';
import { relateFacts } from './relateFacts';
import { resourcesByKind } from './resourcesByKind';

/**
 * Describes every database among some objects of one cluster, all in memory: a dump, a rendered repository, a fixture.
 *
 * @remarks
 * Objects of kinds that no engine reads are passed over.
 *
 * @public
 */
export function describeDatabases(
  options: Pick<AssemblyInput, 'cluster'> &
    Partial<Pick<AssemblyInput, 'samples' | 'unread'>> & {
      engines: Engines;
      objects: Iterable<KubernetesObject>;
    },
): Database[] {
  const { engines, cluster, samples = [], unread = [] } = options;
  const facts = projectAll(engines, options.objects);
  const samplesBySubject = groupSamples(engines, samples);
  return relateFacts({ engines, facts }).map(({ root, gathered, ...input }) =>
    engines.assemble({
      ...input,
      cluster,
      root,
      samples: [root.key, ...gathered.keys()].flatMap(
        key => samplesBySubject.get(key) ?? [],
      ),
      unread,
    }),
  );
}

function groupSamples(
  engines: Engines,
  samples: Iterable<MetricSample>,
): Map<FactKey | undefined, MetricSample[]> {
  const queries = new Map(engines.metrics.map(query => [query.name, query]));
  return groupBy(samples, ({ name, labels }) =>
    queries.get(name)?.subjectOf(labels),
  );
}

function projectAll(
  engines: Engines,
  objects: Iterable<KubernetesObject>,
): Fact[] {
  const resourceOf = resourcesByKind(engines);
  const facts: Fact[] = [];
  for (const object of objects) {
    const resource = resourceOf(object);
    const fact = resource && engines.project(resource, object);
    if (fact) facts.push(fact);
  }
  return facts;
}
