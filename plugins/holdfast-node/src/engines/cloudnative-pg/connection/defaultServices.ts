import { FactReader } from '../../../engine';

/** Which instances a Service selects: the primary, the replicas, all. */
export type Selector = 'rw' | 'ro' | 'r';

export interface NamedService {
  service: string;
  selector: Selector;
}

/**
 * The Services that the operator makes of itself unless they are switched off (`GetServiceReadWriteName` and its neighbours in
 * `api/v1/cluster_funcs.go`).
 */
export function defaultServices(cluster: FactReader): NamedService[] {
  const disabled = cluster.list(
    'spec',
    'managed',
    'services',
    'disabledDefaultServices',
  );
  const all: Selector[] = ['rw', 'ro', 'r'];
  return all
    .filter(selector => !disabled.includes(selector))
    .map(selector => ({
      service: `${cluster.reference.name}-${selector}`,
      selector,
    }));
}
