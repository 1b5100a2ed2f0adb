import {
  booleanAt,
  deliveryKey,
  KubernetesObject,
  listAt,
  objectAt,
  Projection,
  qualifiedKind,
  valueAt,
  WatchedResource,
} from '../../engine';
import { applications, kustomizations } from './resources';

/** What becomes of an object that left the source, and the field that says so. */
interface Pruning {
  prunes: 'deletes' | 'asks' | 'keeps';
  field: string;
  value?: string;
}

/**
 * Keeps of an Application or Kustomization what it does with objects that are not in its source any more, and nothing else: their
 * statuses change with every commit.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const { name, namespace = '' } = object.metadata;
  switch (qualifiedKind(resource)) {
    case qualifiedKind(applications):
      return {
        // Objects name it without its namespace where that is Argo CD's own ("Applications in any namespace" of its operator manual).
        subjects: [name, `${namespace}_${name}`].map(mark =>
          deliveryKey('Application.argoproj.io', mark),
        ),
        needs: [],
        data: { delivery: { ...pruningOfApplication(object) } },
      };
    case qualifiedKind(kustomizations):
      return {
        subjects: [
          deliveryKey(
            'Kustomization.kustomize.toolkit.fluxcd.io',
            `${namespace}/${name}`,
          ),
        ],
        needs: [],
        data: { delivery: { ...pruningOfKustomization(object) } },
      };
    default:
      return undefined;
  }
}

/**
 * @remarks
 * Argo CD, docs/user-guide/auto_sync.md: a sync of its own accord prunes only with `prune: true`, and one by hand when told to;
 * docs/user-guide/sync-options.md: `Prune=false` and `Prune=confirm` as defaults for all objects of an Application.
 */
function pruningOfApplication({ spec }: KubernetesObject): Pruning {
  const options = listAt(objectAt(spec), 'syncPolicy', 'syncOptions');
  for (const [option, prunes] of [
    ['Prune=false', 'keeps'],
    ['Prune=confirm', 'asks'],
  ] as const) {
    const index = options.indexOf(option);
    if (index >= 0) {
      const field = `.spec.syncPolicy.syncOptions[${index}]`;
      return { prunes, field, value: option };
    }
  }
  const path = ['syncPolicy', 'automated'];
  const automated = valueAt(objectAt(spec), ...path);
  const enabled = booleanAt(automated, 'enabled') !== false;
  const prune = booleanAt(automated, 'prune');
  return {
    prunes: automated !== undefined && enabled && prune ? 'deletes' : 'asks',
    field: enabled
      ? '.spec.syncPolicy.automated.prune'
      : '.spec.syncPolicy.automated.enabled',
    ...((!enabled || prune !== undefined) && {
      value: String(enabled ? prune : enabled),
    }),
  };
}

/** Flux, docs/spec/v1/kustomizations.md, "Prune". One that is suspended goes on where it was when it is resumed. */
function pruningOfKustomization({ spec }: KubernetesObject): Pruning {
  const prune = booleanAt(objectAt(spec), 'prune');
  return {
    prunes: prune ? 'deletes' : 'keeps',
    field: '.spec.prune',
    ...(prune !== undefined && { value: String(prune) }),
  };
}
