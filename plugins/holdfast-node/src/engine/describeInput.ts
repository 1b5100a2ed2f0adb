import { toError } from '@backstage/errors';
import { isJsonObject } from './json';
import {
  Database,
  MissingFacts,
  ObjectReference,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { tellOfCopies } from './copies';
import { referenceOf } from './Engine';
import { Engines } from './Engines';
import { Fact, factKeyOf } from './Fact';
import { KubernetesObject } from './KubernetesObject';
import { tellOfOtherWriters } from './otherWriters';
import { relateFacts } from './relateFacts';
import { resourcesByKind } from './resourcesByKind';
import { undescribedDatabase, undescribedRule } from './undescribedDatabase';
import { qualifiedKind } from './WatchedResource';

/**
 * A kind that could not be read, or not whole.
 *
 * @public
 */
export interface UnreadKind
  extends Pick<MissingFacts, 'kind' | 'reason' | 'message'> {
  /** Where it could not be read; absent for everywhere. */
  namespace?: string;
}

/**
 * A database of an input, ready to be judged.
 *
 * @public
 */
export interface DescribedInput {
  database: Database;
  /** `observed`: its object comes from an API server; `declared`: it is a manifest. */
  basis: 'observed' | 'declared';
  /** Judged by these rules instead of all, since its engine could not describe it. */
  rules?: readonly Rule[];
}

/**
 * Describes every database among objects that somebody has brought together: a dump, a rendered repository, what a form would make, one
 * reading of a cluster.
 *
 * @remarks
 * A kind that does not occur is taken for one that was not read, unless the input is said to be complete. One object that an engine fails at
 * hides no other: a database is then there with nothing but a rule that says so, and of any other kind it is known that it was not read
 * whole. Of some kinds only what an engine makes of an object tells whether it is a database: see `onUndescribed`.
 *
 * @public
 */
export function describeInput(options: {
  engines: Engines;
  cluster: string;
  objects: Iterable<KubernetesObject>;
  /** Nothing exists but what is among the objects. */
  complete?: boolean;
  /** Kinds, with group, that were read though no object of them was found. */
  readKinds?: Iterable<string>;
  unread?: readonly UnreadKind[];
  /** Told of an object that could not be described, and of which nobody can say that it is a database. Default: nobody is. */
  onUndescribed?: (object: ObjectReference, error: Error) => void;
  /** What all are judged as. Default: each by whether it comes from an API server: it has a status or a uid. */
  basis?: DescribedInput['basis'];
}): DescribedInput[] {
  const { engines, cluster, complete = false } = options;
  const resourceOf = resourcesByKind(engines);
  const databaseKinds = new Set(engines.databaseKinds);

  const read = new Set(options.readKinds);
  const unread: UnreadKind[] = [...(options.unread ?? [])];
  const facts: Fact[] = [];
  const observed = new Set<string>();
  const failures = new Map<string, Error>();
  for (const object of options.objects) {
    const resource = resourceOf(object);
    if (!resource) continue;
    const kind = qualifiedKind(resource);
    const { namespace, name } = object.metadata;
    const key = factKeyOf({ kind, namespace, name });
    read.add(kind);
    if (isFromServer(object)) observed.add(key);
    try {
      const fact = engines.project(resource, object);
      if (fact) facts.push(fact);
    } catch (error) {
      if (databaseKinds.has(kind)) {
        failures.set(key, toError(error));
        facts.push(bareFact({ key, kind, object }));
      } else {
        const message = `${name}: ${toError(error).message}`;
        unread.push({ kind, namespace, reason: 'failed', message });
      }
    }
  }
  if (!complete) {
    const refused = new Set(unread.map(({ kind }) => kind));
    for (const resource of engines.resources) {
      const kind = qualifiedKind(resource);
      if (read.has(kind) || refused.has(kind)) continue;
      const message = 'whether there are any cannot be told';
      unread.push({ kind, reason: 'not-in-input', message });
    }
  }

  const described = relateFacts({ engines, facts }).flatMap(
    ({ root, related, find }): DescribedInput[] => {
      const basis =
        options.basis ?? (observed.has(root.key) ? 'observed' : 'declared');
      const input = {
        cluster,
        root,
        related,
        find,
        samples: [],
        unread: unread.flatMap(({ namespace, ...kind }) =>
          namespace === undefined || namespace === root.namespace ? kind : [],
        ),
      };
      try {
        const failure = failures.get(root.key);
        if (failure) throw failure;
        return [{ database: engines.assemble(input), basis }];
      } catch (error) {
        const engine = engines.describing(root.kind);
        const engineName = engines.engineNameOf(root);
        if (!engine || !engineName) {
          options.onUndescribed?.(referenceOf(cluster, root), toError(error));
          return [];
        }
        const database = undescribedDatabase({
          cluster,
          root,
          engine,
          engineName,
        });
        // Judged as observed, since of a manifest nothing but the arrangement is asked.
        return [
          {
            database,
            basis: 'observed',
            rules: [undescribedRule(toError(error))],
          },
        ];
      }
    },
  );
  const databases = described.map(({ database }) => database);
  tellOfOtherWriters({ databases });
  tellOfCopies({ databases });
  return described;
}

/** Somebody wrote its status down, or an API server gave it a uid: of some kinds no operator writes a status. */
function isFromServer({
  status,
  metadata: { uid },
}: KubernetesObject): boolean {
  return (
    (isJsonObject(status) && Object.keys(status).length > 0) ||
    (typeof uid === 'string' && uid !== '')
  );
}

function bareFact(options: {
  key: string;
  kind: string;
  object: KubernetesObject;
}): Fact {
  const { key, kind, object } = options;
  const { namespace, name, uid = '' } = object.metadata;
  return {
    key,
    kind,
    ...(namespace !== undefined && { namespace }),
    name,
    uid,
    subjects: [],
    needs: [],
    data: {},
  };
}
