import { DeclaredAnnotations } from '@holdfast/plugin-holdfast-common';
import { factKeyOf, FactReader } from '../../engine';
import { ClusterFacts } from './ClusterFacts';

const prefix = 'holdfast.io/';
/** What names one object cannot be meant for all in a namespace. */
const ofOneObject = new Set(['entity-ref', 'purpose', 'source']);

/**
 * What the Cluster states about itself, and its namespace about all in it. An annotation beats a label, the Cluster its namespace.
 */
export function describeAnnotations(facts: ClusterFacts): DeclaredAnnotations {
  const { namespace } = facts.input.root;
  const fact =
    namespace &&
    facts.input.find(factKeyOf({ kind: 'Namespace', name: namespace }));
  const inherited = Object.entries(fact ? stated(facts.read(fact)) : {}).filter(
    ([name]) => !ofOneObject.has(name),
  );
  return { ...Object.fromEntries(inherited), ...stated(facts.cluster) };
}

function stated(object: FactReader): DeclaredAnnotations {
  return Object.fromEntries(
    ['labels', 'annotations'].flatMap(source =>
      Object.entries(object.object('metadata', source)).flatMap(
        ([name, value]) =>
          name.startsWith(prefix) && typeof value === 'string'
            ? [[name.slice(prefix.length), value]]
            : [],
      ),
    ),
  );
}
