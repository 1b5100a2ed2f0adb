import {
  FactKey,
  factKeyOf,
  qualifiedKind,
  WatchedResource,
} from '../../engine';

/** Stands for what Velero does in a namespace: all Backups, Schedules and repositories that name it are about it. */
export function namespaceKey(namespace: string): FactKey {
  return factKeyOf({ kind: 'VeleroNamespace', namespace, name: 'backups' });
}

/** Stands for what is told by no name: everything, or a pattern. */
export const everywhereKey = factKeyOf({
  kind: 'VeleroNamespace',
  name: 'everywhere',
});

/** Stands for the location of those that name none. */
export function defaultLocationKey(namespace: string | undefined): FactKey {
  return factKeyOf({ kind: 'VeleroLocation', namespace, name: 'default' });
}

/** The key of a named object of Velero; none where there is no name. */
export function keyOf(
  resource: WatchedResource,
  namespace: string | undefined,
  name: string | undefined,
): FactKey[] {
  return name === undefined
    ? []
    : [factKeyOf({ kind: qualifiedKind(resource), namespace, name })];
}
