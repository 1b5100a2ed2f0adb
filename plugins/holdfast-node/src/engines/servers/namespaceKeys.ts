import { FactKey, factKeyOf, qualifiedKind } from '../../engine';
import { namespaces } from '../volumes/resources';

/** What a database is read with: the namespace, which may say whose it is. */
export function namespaceKeys(namespace: string | undefined): FactKey[] {
  return namespace === undefined
    ? []
    : [factKeyOf({ kind: qualifiedKind(namespaces), name: namespace })];
}
