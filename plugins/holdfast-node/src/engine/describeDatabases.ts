import { Database } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, MetricSample } from './Engine';
import { Engines } from './Engines';
import { Fact, FactKey } from './Fact';
import { groupBy } from './groupBy';
import { KubernetesObject } from './KubernetesObject';
import { qualifiedKind } from './WatchedResource';

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
  const byKey = new Map(facts.map(fact => [fact.key, fact]));
  const bySubject = groupBy(
    facts.flatMap(fact => fact.subjects.map(subject => ({ subject, fact }))),
    ({ subject }) => subject,
  );

  const gather = (root: Fact): Map<FactKey, Fact> => {
    const gathered = new Map<FactKey, Fact>();
    const visit = (fact: Fact | undefined) => {
      if (!fact || fact.key === root.key || gathered.has(fact.key)) return;
      gathered.set(fact.key, fact);
      for (const need of fact.needs) visit(byKey.get(need));
    };
    for (const need of root.needs) visit(byKey.get(need));
    for (const subject of [root.key, ...(root.collects ?? [])]) {
      for (const { fact } of bySubject.get(subject) ?? []) visit(fact);
    }
    return gathered;
  };

  const samplesBySubject = groupSamples(engines, samples);
  const kinds = new Set(engines.databaseKinds);
  return facts
    .filter(({ kind }) => kinds.has(kind))
    .map(root => {
      const gathered = gather(root);
      return engines.assemble({
        cluster,
        root,
        related: groupBy(gathered.values(), ({ kind }) => kind),
        find: key => (key === root.key ? root : gathered.get(key)),
        samples: [root.key, ...gathered.keys()].flatMap(
          key => samplesBySubject.get(key) ?? [],
        ),
        unread,
      });
    });
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
  const resources = new Map(
    engines.resources.map(resource => [qualifiedKind(resource), resource]),
  );
  const facts: Fact[] = [];
  for (const object of objects) {
    const { apiVersion, kind } = object;
    if (!kind) continue;
    const [group, version] = apiVersion?.split('/') ?? [];
    const resource = resources.get(
      qualifiedKind({ group: version ? group : '', kind }),
    );
    const fact = resource && engines.project(resource, object);
    if (fact) facts.push(fact);
  }
  return facts;
}
