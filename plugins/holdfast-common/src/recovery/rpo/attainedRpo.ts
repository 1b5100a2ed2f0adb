import {
  Database,
  Disruption,
  Evidence,
  SynchronousReplication,
} from '../../model';
import { AttainedRpo, RpoBasis } from '../Assessment';
import { Assumptions } from '../Assumptions';
import {
  ArchivingProgress,
  archiveTimeout,
} from '../backups/archivingProgress';
import { contentOfCopy, DiskContent } from '../backups/diskContent';
import { isVolumeCopy } from '../backups/isVolumeCopy';
import { UsableBackups } from '../backups/usableBackups';
import { Clock } from '../Clock';
import { isFresh } from '../isFresh';
import { instantOf, latestOf, momentOf } from '../moment';
import { nearestLag } from '../survivors/nearestLag';
import { Survivors, volumesOutliveNode } from '../survivors/survivorsOf';
import { rpoOfRegion } from './rpoOfRegion';

interface RpoOptions {
  database: Database;
  clock: Clock;
  assumptions: Assumptions;
  usable: UsableBackups;
  archiving: ArchivingProgress;
  /** Of a server that works in memory: what lies on its disk. */
  disk?: DiskContent;
  survivors: Record<'node' | 'zone', Survivors>;
}

/**
 * The data that would be lost now, per disruption.
 *
 * @remarks
 * Data: from the archive, else the newest point. Instance: what its replicas are behind, else what its volume keeps, and at most what
 * the archive lacks. Zone: the same, if its instances stand in several. Region: see {@link rpoOfRegion}. A server that works
 * in memory keeps on its volume what it has written there, and so do copies of that volume.
 */
export function attainedRpo(
  options: RpoOptions,
): Record<Disruption, AttainedRpo> {
  const data = rpoOfData(options);
  return {
    data,
    instance: rpoOfLosing('node', data, options),
    zone: rpoOfLosing('zone', data, options),
    region: rpoOfRegion({ ...options, data }),
  };
}

function rpoOfData(options: RpoOptions): AttainedRpo {
  const { database, clock, usable, archiving } = options;
  const { newestAt, continuedFrom } = usable;
  if (newestAt === undefined) return { evidence: [] };
  if (options.disk) return rpoOfCopies(options, options.disk);
  if (continuedFrom === undefined) {
    return growing(clock, 'points', newestAt, usable.evidence);
  }
  const evidence = [...archiving.evidence, ...usable.evidence];
  const archivedTo = latestOf(archiving.lastArchivedAt, newestAt) ?? newestAt;
  const timeout = archiveTimeout(database.archiving);

  switch (archiving.state) {
    case 'none':
      return growing(clock, 'points', newestAt, usable.evidence);
    case 'failing': {
      if (archiving.lastArchivedAt !== undefined) {
        return growing(clock, 'measured', archivedTo, evidence);
      }
      // Until the operator first said that it fails, it said that it works.
      const { working, workingSince } = database.archiving;
      const failedSince = working ? momentOf(workingSince) : undefined;
      const restorable =
        failedSince === undefined || timeout === undefined
          ? newestAt
          : Math.max(newestAt, failedSince - timeout * 1000);
      return growing(clock, 'bounded', restorable, evidence);
    }
    case 'waiting':
      return growing(clock, 'measured', archivedTo, evidence);
    case 'draining':
    case 'drained':
      return timeout !== undefined
        ? limited(clock, 'measured', timeout, evidence, archivedTo)
        : growing(clock, 'measured', archivedTo, evidence);
    case 'said':
      return timeout !== undefined
        ? limited(clock, 'bounded', timeout, evidence)
        : growing(
            clock,
            isArchiveTold(options) ? 'measured' : 'bounded',
            archivedTo,
            evidence,
          );
    default:
      return growing(clock, 'points', newestAt, usable.evidence);
  }
}

/** Copies of volumes hold what had been written by then; of a point that the server itself made, its own moment. */
function rpoOfCopies(
  { usable, clock }: RpoOptions,
  disk: DiskContent,
): AttainedRpo {
  let restorable: number | undefined;
  const evidence: Evidence[] = [];
  for (const point of usable.points) {
    const at = momentOf(point.consistentAt);
    if (at === undefined) continue;
    const copied = isVolumeCopy(point);
    const held = copied ? contentOfCopy(disk, at) : at;
    if (held === undefined || held <= (restorable ?? -Infinity)) continue;
    restorable = held;
    evidence.splice(0, Infinity, point.evidence);
    if (copied) evidence.push(...disk.evidence);
  }
  return restorable === undefined
    ? { evidence: [...usable.evidence, ...disk.evidence] }
    : growing(clock, 'points', restorable, evidence);
}

/** Whether somebody says now up to when the archive leads, so that it need not be concluded from its being said to work. */
function isArchiveTold({ database, clock, assumptions }: RpoOptions): boolean {
  const observed = database.archiving.lastArchivedAt;
  return isFresh({ observed, clock, assumptions });
}

function growing(
  clock: Clock,
  basis: RpoBasis,
  restorable: number,
  evidence: Evidence[],
): AttainedRpo {
  const latest = Math.min(restorable, clock.now);
  return {
    seconds: (clock.now - latest) / 1000,
    basis,
    latestRestorable: instantOf(latest),
    evidence,
  };
}

/** Changes wait no longer than the timeout: then their segment is closed and archived. */
function limited(
  clock: Clock,
  basis: RpoBasis,
  timeoutSeconds: number,
  evidence: Evidence[],
  restorable = -Infinity,
): AttainedRpo {
  const latest = Math.min(
    Math.max(restorable, clock.now - timeoutSeconds * 1000),
    clock.now,
  );
  return {
    seconds: (clock.now - latest) / 1000,
    atMostSeconds: timeoutSeconds,
    basis,
    latestRestorable: instantOf(latest),
    evidence,
  };
}

/** Whether every commit that was acknowledged is on a replica as well. */
export function losesNoCommit(synchronous: SynchronousReplication): boolean {
  return synchronous.durability === 'required' && synchronous.number >= 1;
}

/** After the loss of a node or a zone the archive is there still, so that it never costs more than the loss of the data. */
function rpoOfLosing(
  lost: 'node' | 'zone',
  data: AttainedRpo,
  options: RpoOptions,
): AttainedRpo {
  const { database, clock, assumptions } = options;
  const survivors = options.survivors[lost];
  const fromArchive = {
    ...data,
    evidence: [...survivors.evidence, ...data.evidence],
  };
  if (survivors.replica) {
    const { synchronous } = database;
    if (synchronous && losesNoCommit(synchronous.value)) {
      return bounded(0, [synchronous.evidence, ...survivors.evidence]);
    }
    const nearest = nearestLag(survivors.replicas, ({ lagSeconds }) =>
      isFresh({ observed: lagSeconds, clock, assumptions }),
    );
    return nearest && nearest.value <= (data.atMostSeconds ?? Infinity)
      ? {
          ...bounded(nearest.value, [nearest.evidence]),
          basis: 'measured',
        }
      : fromArchive;
  }
  if (lost === 'node') {
    // Where a replica may be, it takes over, and what it lacks is lost though the volume stays.
    return survivors.replica === false && volumesOutliveNode(database)
      ? rpoOfVolumes(options, survivors.evidence) ?? fromArchive
      : fromArchive;
  }
  return survivors.replica === false
    ? fromArchive
    : { evidence: survivors.evidence };
}

/** What is lost when the server starts anew on its volumes; undefined when it finds nothing there, or nobody can tell what. */
function rpoOfVolumes(
  { clock, disk }: RpoOptions,
  evidence: Evidence[],
): AttainedRpo | undefined {
  if (!disk) return bounded(0, evidence);
  const { state, boundSeconds, savedAt } = disk;
  const cited = [...disk.evidence, ...evidence];
  if (state === 'stalled' && savedAt !== undefined) {
    return growing(clock, 'measured', savedAt, cited);
  }
  if (state !== 'following' || boundSeconds === undefined) return undefined;
  return savedAt === undefined
    ? bounded(boundSeconds, cited)
    : limited(clock, 'measured', boundSeconds, cited, savedAt);
}

/** A replica takes over, or the volume comes along: nothing is restored, so that there is no moment to restore to. */
function bounded(seconds: number, evidence: Evidence[]): AttainedRpo {
  return { seconds, atMostSeconds: seconds, basis: 'bounded', evidence };
}
