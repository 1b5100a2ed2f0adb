import { BackupMethod, InventoryItem } from '@holdfast/plugin-holdfast-common';

type ApiMethod = InventoryItem['stores'][number]['method'];

/** Methods that the API names; whoever reads it has words for these. */
const named: ReadonlySet<string> = new Set([
  'barman-cloud-plugin',
  'barman-in-tree',
  'volume-snapshot',
] satisfies ApiMethod[]);

/**
 * A backup method as the API names it.
 */
export function apiMethod(method: BackupMethod): ApiMethod {
  return isNamed(method) ? method : 'other';
}

function isNamed(method: BackupMethod): method is BackupMethod & ApiMethod {
  return named.has(method);
}
