import { DeclaredAnnotations } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, factKeyOf, FactReader } from '../engine';

const prefix = 'holdfast.io/';
/** What names one object cannot be meant for all in a namespace. */
const ofOneObject = new Set(['entity-ref', 'purpose', 'source']);

/**
 * What a database's object states about itself, and its namespace about all in it. An annotation beats a label, the object its namespace.
 */
export function describeAnnotations(
  input: Pick<AssemblyInput, 'cluster' | 'root' | 'find'>,
): DeclaredAnnotations {
  const { cluster, root, find } = input;
  const namespace =
    root.namespace === undefined
      ? undefined
      : find(factKeyOf({ kind: 'Namespace', name: root.namespace }));
  const inherited = Object.entries(
    namespace ? stated(new FactReader(cluster, namespace)) : {},
  ).filter(([name]) => !ofOneObject.has(name));
  return {
    ...Object.fromEntries(inherited),
    ...stated(new FactReader(cluster, root)),
  };
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
