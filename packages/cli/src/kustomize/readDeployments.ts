import { dirname } from 'node:path';
import {
  Engines,
  factKeyOf,
  isBroken,
  ObjectCollector,
  PlacedObject,
  qualifiedKind,
  readDocuments,
  ReadingNotice,
  ReadingProblem,
} from '@holdfast/plugin-holdfast-node';
import { buildFolder } from './buildFolder';
import { Deployment } from './Deployment';
import { KustomizeCommand } from './findKustomize';
import { closureOf, deployedOf, Kustomization } from './Kustomization';

/**
 * Finds out what kustomizations deploy, by building them. Where that is not possible, what they are made of stands for it, and it is said.
 */
export async function readDeployments(options: {
  kustomizations: readonly Kustomization[];
  /** What was read from the files below their folders, by absolute path. */
  sources: ReadonlyMap<string, ObjectCollector>;
  engines: Pick<Engines, 'resources' | 'databaseKinds'>;
  namespace?: string;
  command: KustomizeCommand | undefined;
}): Promise<{
  deployments: Deployment[];
  problems: ReadingProblem[];
  notices: ReadingNotice[];
}> {
  const { kustomizations, sources, command } = options;
  const deployments: Deployment[] = [];
  const problems: ReadingProblem[] = [];
  const told = new Set<string>();

  for (const root of deployedOf(kustomizations)) {
    const closure = closureOf(root, kustomizations);
    const parts = [...closure.files].flatMap(file => sources.get(file) ?? []);
    for (const part of parts) {
      for (const problem of part.problems) {
        // What several overlays are made of is broken once.
        const text = JSON.stringify(problem);
        if (!told.has(text)) problems.push(problem);
        told.add(text);
      }
    }
    // What has nothing to do with databases need not be built, which may mean to fetch it from elsewhere.
    if (!parts.some(({ objects }) => objects.size)) continue;

    const changes = closure.kustomizations.some(each => each.changes);
    const built =
      command && changes
        ? await buildFolder(command, dirname(root.file))
        : undefined;
    if (built !== undefined) {
      deployments.push(placed({ ...options, root, built, parts }));
      continue;
    }
    if (changes) problems.push(unbuilt(root, command));
    deployments.push({
      folder: dirname(root.file),
      objects: inNamespace(
        parts.flatMap(({ objects }) => [...objects.values()]),
        { ...options, ...root },
      ),
      unread: parts.flatMap(({ unread }) => unread),
    });
  }
  return { deployments, problems, notices: leftOut(options) };
}

/** Who adds a file to a folder and forgets to name it deploys nothing. */
function leftOut({
  kustomizations,
  sources,
}: Pick<
  Parameters<typeof readDeployments>[0],
  'kustomizations' | 'sources'
>): ReadingNotice[] {
  const named = new Set(
    kustomizations.flatMap(({ parts, patches }) => [...parts, ...patches]),
  );
  return [...sources].flatMap(([file, { objects }]) => {
    const [first] = objects.values();
    return first && !named.has(file)
      ? [
          {
            file: first.place.file,
            message:
              'is named by no kustomization, so that it is not deployed, and not judged',
          },
        ]
      : [];
  });
}

/** Objects by key, in the namespace that the kustomization puts everything into that can be in one. */
function inNamespace(
  objects: readonly PlacedObject[],
  options: { namespace?: string; engines: Pick<Engines, 'resources'> },
): Map<string, PlacedObject> {
  const { engines } = options;
  const namespaced = new Set(
    engines.resources.flatMap(resource =>
      resource.namespaced ? [qualifiedKind(resource)] : [],
    ),
  );
  return new Map(
    objects.map(placedObject => {
      const { kind, object } = placedObject;
      const { name } = object.metadata;
      const namespace =
        (namespaced.has(kind) ? options.namespace : undefined) ??
        object.metadata.namespace;
      return [
        factKeyOf({ kind, namespace, name }),
        {
          ...placedObject,
          object: { ...object, metadata: { ...object.metadata, namespace } },
        },
      ];
    }),
  );
}

function unbuilt(
  { file }: Kustomization,
  command: KustomizeCommand | undefined,
): ReadingProblem {
  const folder = dirname(file);
  return {
    file,
    message: command
      ? `cannot be built, and is judged without its patches: kustomize build ${folder} says why`
      : `has patches, and there is no kustomize or kubectl on the PATH to apply them: kustomize build ${folder} | holdfast check -`,
    hidesObjects: true,
  };
}

/** Points what was built at the files that it was made of. */
function placed(options: {
  root: Kustomization;
  built: string;
  parts: readonly ObjectCollector[];
  engines: Pick<Engines, 'resources' | 'databaseKinds'>;
  namespace?: string;
}): Deployment {
  const { root, built, parts } = options;
  const { file } = root;
  const collected = ObjectCollector.create(options);
  for (const document of readDocuments({ file, text: built })) {
    // What is broken in it is broken in what it is made of, and has been told of with its place there.
    if (!isBroken(document)) collected.add({ file, document, named: false });
  }
  const sourceOf = new Map<string, PlacedObject>();
  for (const { objects } of parts) {
    for (const source of objects.values()) {
      // A kustomization may give a namespace, hence by name alone.
      sourceOf.set(`${source.kind}/${source.object.metadata.name}`, source);
    }
  }
  return {
    folder: dirname(file),
    objects: new Map(
      Array.from(collected.objects, ([key, built_]) => [
        key,
        {
          ...built_,
          place: sourceOf.get(`${built_.kind}/${built_.object.metadata.name}`)
            ?.place ?? { file, lineOf: () => 1 },
        },
      ]),
    ),
    unread: collected.unread,
  };
}
