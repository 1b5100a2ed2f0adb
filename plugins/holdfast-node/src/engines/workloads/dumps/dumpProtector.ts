import {
  BackupSchedule,
  BackupStore,
  Database,
  MissingFacts,
} from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  numberAt,
  objectAt,
  Protection,
  Protector,
  qualifiedKind,
} from '../../../engine';
import {
  cronJobs,
  deployments,
  jobs,
  services,
  statefulSets,
} from '../resources';
import { DumpJob, dumpJobsOf } from './DumpJob';
import { DumpExtent, describeRuns } from './dumpRuns';
import { hostsOfOperator, unnamedHosts } from './operatorHosts';
import { DumpStore, storeOf } from './stores';

/**
 * CronJobs and Jobs that somebody wrote round a dump tool, for databases of all kinds.
 */
export const dumpProtector: Protector = {
  collects: root => [...hostsOfOperator(root), ...unnamedHosts(root)],
  protect: protectByDumps,
};

function protectByDumps(
  input: AssemblyInput,
  database: Database,
  { reliesOnOthers }: { reliesOnOthers: boolean },
): Protection {
  const missing = reliesOnOthers ? describeMissing(input) : [];
  const found = dumpJobsOf(input, database);
  if (found.length === 0) return missing.length > 0 ? { missing } : {};

  const ownClaims = new Set(database.volumes.map(({ claim }) => claim.name));
  const isArranged =
    database.archiving.configured.value ||
    database.stores.some(({ inUse }) => inUse);
  const stores = new Map<string, BackupStore>();
  const protection = {
    schedules: [] as BackupSchedule[],
    recoveryPoints: [] as Database['recoveryPoints'],
    attempts: [] as Database['attempts'],
  };
  for (const job of found) {
    const store = storeOf(job, ownClaims);
    const extent = extentOf(job, input);
    const runs = describeRuns(input.cluster, {
      job,
      store,
      createdAt: input.root.createdAt,
      extent,
    });
    const isCertain = store.kind === 'store' && job.uncertain === undefined;
    if ('store' in store && (isCertain || !isArranged)) {
      stores.set(store.store.id, store.store);
    }
    protection.recoveryPoints.push(...runs.flatMap(({ point }) => point ?? []));
    // What failed and may have been of another database says nothing of this one.
    if (job.uncertain === undefined) {
      protection.attempts.push(...runs.flatMap(({ attempt }) => attempt ?? []));
    }
    if (job.isScheduled) {
      protection.schedules.push(scheduleOf(job, store, extent));
    }
  }
  return { ...protection, stores: [...stores.values()], missing };
}

function scheduleOf(
  job: DumpJob,
  store: DumpStore,
  extent: DumpExtent,
): BackupSchedule {
  const { reader, fact, dump, uncertain } = job;
  const suspend = ['spec', 'suspend'];
  const doubt =
    uncertain ??
    (store.kind === 'untold'
      ? `its manifest does not show where ${dump.tool} writes to`
      : undefined);
  return {
    object: reader.reference,
    method: 'dump-job',
    // What is not kept goes to no store that the database has.
    ...(store.kind === 'untold'
      ? {}
      : { storeId: 'store' in store ? store.store.id : '' }),
    createdAt: fact.createdAt,
    expression:
      reader.string('spec', 'schedule') ??
      reader.derive('', ['spec', 'schedule']),
    dialect: 'kubernetes',
    timeZone: reader.string('spec', 'timeZone')?.value,
    suspended: reader.boolean(...suspend) ?? reader.derive(false, suspend),
    immediate: false,
    rollsForward: false,
    ...extent,
    ...(doubt !== undefined && {
      uncertain: reader.derive(doubt, dump.path, dump.tool),
    }),
    ...(dump.unproven && {
      unproven: reader.derive(
        dump.unproven === 'pipe'
          ? `${dump.tool} is piped into another command, and the shell tells how that one ended`
          : `the script goes on after ${dump.tool}, and the shell tells how its last command ended`,
        dump.path,
        dump.tool,
      ),
    }),
    lastScheduledAt: reader.instant('status', 'lastScheduleTime'),
  };
}

/**
 * What of the server a dump holds, where it is not all. The one database that the server was set up with, by name, is what there is to bring back. Through a
 * Service, a dump is that of one server of several that know nothing of one another.
 */
function extentOf(
  { dump, reader }: DumpJob,
  { root }: AssemblyInput,
): DumpExtent {
  const { part, wholeDatabase, path, tool } = dump;
  const server = isOneOf(root.kind) ? objectAt(root.data, 'server') : {};
  const isOnly =
    wholeDatabase !== undefined && server.database === wholeDatabase;
  if (part !== undefined && !isOnly) {
    return { partial: reader.derive(part, path, tool) };
  }
  const replicas = numberAt(root.data, 'spec', 'replicas') ?? 1;
  const areStrangers =
    isOneOf(root.kind) && replicas > 1 && server.replication === undefined;
  if (areStrangers) {
    const held = `the data of one of ${replicas} servers`;
    return { partial: reader.derive(held, path, tool) };
  }
  return isOnly
    ? { onlyDatabase: reader.derive(wholeDatabase, path, tool) }
    : {};
}

function isOneOf(kind: string): boolean {
  return [statefulSets, deployments].some(
    resource => qualifiedKind(resource) === kind,
  );
}

/** Where nothing else says that a database is backed up, what would say it decides. */
function describeMissing({ unread, root }: AssemblyInput): MissingFacts[] {
  const deciding = [cronJobs, jobs, ...(isOneOf(root.kind) ? [services] : [])];
  return deciding.flatMap(resource => {
    const found = unread.find(({ kind }) => kind === qualifiedKind(resource));
    return found && found.reason !== 'absent'
      ? { area: 'protection' as const, ...found }
      : [];
  });
}
