import { FactKey, factKeyOf } from '../../engine';

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
