import { Persistence } from '@holdfast/plugin-holdfast-common';
import { familyOf } from './keys';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * What a server that works in memory has for a disk. What it writes there, its image and a file of configuration decide, which no object shows.
 */
export function describePersistence({
  workload,
  server,
}: WorkloadFacts): Persistence | undefined {
  if (familyOf(server.engine) !== 'redis') return undefined;
  const { data, container } = server;
  if (!data || data.kind === 'pod') {
    return {
      storage: workload.derive(
        'ephemeral' as const,
        data?.path ?? [
          'spec',
          'template',
          'spec',
          'containers',
          container,
          'volumeMounts',
        ],
      ),
    };
  }
  return { storage: workload.derive('claim' as const, data.path) };
}
