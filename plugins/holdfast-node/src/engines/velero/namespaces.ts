import { isGlob, matchesGlob } from './globs';
import { NamespaceNames, Order } from './Order';

/** Whether an order takes a namespace: all, unless some are named, and never those that are excluded. */
export function takesNamespace(order: Order, namespace: string): boolean {
  return takes(order.namespaces, namespace);
}

/** Whether it means the namespace, by name or pattern, rather than all there are. */
export function namesNamespace(order: Order): boolean {
  const { included } = order.namespaces;
  return included.length > 0 && !included.includes('*');
}

export function takes(names: NamespaceNames, name: string): boolean {
  const matches = (pattern: string) =>
    isGlob(pattern) ? matchesGlob(pattern, name) : pattern === name;
  if (names.excluded.some(matches)) return false;
  return names.included.length === 0 || names.included.some(matches);
}
