import { JsonObject } from '@backstage/types';
import { FactKey, keysOf, stringAt } from '../../engine';
import { mariadbs } from './resources';

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
    ? keysOf(mariadbs, ref('namespace') ?? namespace, ref('name'))
    : [];
}
