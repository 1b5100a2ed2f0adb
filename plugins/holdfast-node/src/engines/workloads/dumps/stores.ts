import { BackupStore, Observed } from '@holdfast/plugin-holdfast-common';
import { storeIdOf } from '../../storeId';
import { DumpJob } from './DumpJob';

/** Kept where nothing is said (batch/v1 CronJobSpec). */
const defaultHistory = 3;

/**
 * Where the dumps of a job go. `nowhere`: to what is deleted with the pod that wrote them; `own`: onto the volume of the database itself.
 */
export type DumpStore =
  | { kind: 'store' | 'untold'; store: BackupStore }
  | { kind: 'nowhere' | 'own' };

/** Describes the place, which is a store of its own also where nobody can tell which: whether one exists must stay open then. */
export function storeOf(
  job: DumpJob,
  ownClaims: ReadonlySet<string>,
): DumpStore {
  const { dump, reader, fact, isScheduled } = job;
  const { destination, path } = dump;
  const { cluster, namespace = '' } = reader.reference;
  const local = (what: string) => `${cluster}|${what}/${namespace}`;
  const common = {
    method: 'dump-job' as const,
    definedBy: reader.reference,
    exists: true,
    inUse: true,
    otherWriters: [],
    ...(isScheduled && { historyLimit: historyOf(job) }),
  };
  const told = (
    id: string,
    location: string,
    more: Partial<BackupStore> = {},
  ): DumpStore => ({
    kind: 'store',
    store: {
      ...common,
      id,
      location: reader.derive(location, path, dump.tool),
      ...more,
    },
  });
  const inCluster = { inCluster: reader.derive(true, path, dump.tool) };

  switch (destination.kind) {
    case 'bucket': {
      const { location, bucket, endpoint } = destination;
      return told(
        storeIdOf(cluster, {
          ...(endpoint !== undefined && { endpointUrl: endpoint }),
          destinationPath: location,
          serverName: '',
        }),
        location,
        {
          bucket: reader.derive(bucket, path, location),
          ...(endpoint !== undefined && {
            endpoint: reader.derive(endpoint, path, endpoint),
          }),
        },
      );
    }
    case 'claim':
      return ownClaims.has(destination.claim)
        ? { kind: 'own' }
        : told(
            `${local('claim')}/${destination.claim}`,
            `the claim ${destination.claim}, in the cluster of the database`,
            inCluster,
          );
    case 'node':
      return told(
        `${local('node')}/${destination.location}`,
        destination.location,
        inCluster,
      );
    case 'remote':
    case 'elsewhere':
      return told(
        `${local(destination.kind)}/${destination.location}`,
        destination.location,
      );
    case 'pod':
      return { kind: 'nowhere' };
    default:
      return {
        kind: 'untold',
        store: { ...common, id: `${local(fact.kind)}/${fact.name}` },
      };
  }
}

/**
 * How many of its dumps have a job that shows them: as many as are kept, fewer where jobs go by themselves after a time, and the last one, which the
 * CronJob remembers, where none is left.
 */
function historyOf({ reader, runs }: DumpJob): Observed<number> {
  const limit = ['spec', 'successfulJobsHistoryLimit'];
  const stated = reader.number(...limit);
  const kept = stated ?? reader.derive(defaultHistory, limit);
  const ttl = reader.number(
    'spec',
    'jobTemplate',
    'spec',
    'ttlSecondsAfterFinished',
  );
  const left = Math.max(runs.length, 1);
  if (ttl && left < kept.value) return { ...ttl, value: left };
  return runs.length === 0 || kept.value < 1 ? { ...kept, value: 1 } : kept;
}
