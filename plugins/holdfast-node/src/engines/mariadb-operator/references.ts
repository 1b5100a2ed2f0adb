import { JsonObject } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import { mariadbs } from './resources';

/** The key of a named object; none where there is no name. */
export function keyOf(
  resource: WatchedResource,
  namespace: string | undefined,
  name: string | undefined,
): FactKey[] {
  return name === undefined
    ? []
    : [factKeyOf({ kind: qualifiedKind(resource), namespace, name })];
}

/**
 * The MariaDB that `spec.mariaDbRef` means: in the object's own namespace unless it names another. An ExternalMariaDB may have the same name and
 * is another server.
 */
export function referredMariaDb(
  data: JsonObject,
  namespace: string | undefined,
): FactKey[] {
  const ref = (field: string) => stringAt(data, 'spec', 'mariaDbRef', field);
  const kind = ref('kind') ?? mariadbs.kind;
  return kind === mariadbs.kind
    ? keyOf(mariadbs, ref('namespace') ?? namespace, ref('name'))
    : [];
}
