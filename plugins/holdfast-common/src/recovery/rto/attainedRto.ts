import { Database, Disruption, Evidence, Restore } from '../../model';
import { formatBytes, formatDuration } from '../../quantity';
import {
  archiveTimeout,
  ArchivingProgress,
} from '../backups/archivingProgress';
import { AttainedRto } from '../Assessment';
import { Assumptions } from '../Assumptions';
import { Clock } from '../Clock';
import { describeLog } from '../describe';
import { DiskContent } from '../backups/diskContent';
import { hasFailed } from '../restores/lastEndedRestore';
import { momentOf } from '../moment';
import { hasOutgrown, rtoCalibration } from './rtoCalibration';
import { rtoOfRegion } from './rtoOfRegion';
import { Survivors, volumesOutliveNode } from '../survivors/survivorsOf';
import { UsableBackups } from '../backups/usableBackups';

interface RtoOptions {
  database: Database;
  clock: Clock;
  assumptions: Assumptions;
  usable: UsableBackups;
  archiving: ArchivingProgress;
  /** Of a server that works in memory: what lies on its disk. */
  disk?: DiskContent;
  survivors: Record<'node' | 'zone', Survivors>;
}

/** What a server that writes little still writes: it closes one segment of this size per archive timeout. */
const segmentBytes = 16 * 1024 * 1024;
const defaultTimeoutSeconds = 300;
const dayMs = 86_400_000;

/**
 * The time until the database is back, per disruption.
 *
 * @remarks
 * Data: as long as the last successful restore took, else provisioning + size / restore throughput + log since the base backup /
 * replay throughput, which three restores correct. Instance and zone: a failover where a replica is left (that of an instance as long as the
 * last one took), else moving the volume, else a restore. A server that works in
 * memory reads the volume whole before it answers, and has nothing to read where nothing was written.
 */
export function attainedRto(
  options: RtoOptions,
): Record<Disruption, AttainedRto> {
  const data = rtoOfData(options);
  return {
    data,
    instance: rtoOfLosing('node', data, options),
    zone: rtoOfLosing('zone', data, options),
    region: rtoOfRegion({ ...options, data }),
  };
}

/** A restore that succeeded, with the time that it took. */
export interface TimedRestore {
  restore: Restore;
  startedAt: number;
  readyAt: number;
  seconds: number;
}

/**
 * The last restore that succeeded and whose duration is known.
 */
export function lastSuccessfulRestore(
  database: Database,
): TimedRestore | undefined {
  let last: TimedRestore | undefined;
  for (const restore of database.restores) {
    if (restore.state !== 'succeeded' || hasFailed(restore)) continue;
    const startedAt = momentOf(restore.startedAt);
    const readyAt = momentOf(restore.readyAt);
    if (startedAt === undefined || readyAt === undefined) continue;
    if (readyAt < startedAt || (last && readyAt <= last.readyAt)) continue;
    const seconds = (readyAt - startedAt) / 1000;
    last = { restore, startedAt, readyAt, seconds };
  }
  return last;
}

/** Whether a restore was of the database that exists now; undefined when that cannot be told. */
export function isOfThisIncarnation(
  { startedAt }: TimedRestore,
  database: Database,
): boolean | undefined {
  const createdAt = momentOf(database.createdAt);
  return createdAt === undefined ? undefined : startedAt >= createdAt;
}

function rtoOfData(options: RtoOptions): AttainedRto {
  const { database } = options;
  const assumed = estimatedRto(options);
  const estimated = calibrated(assumed, database);
  const last = lastSuccessfulRestore(database);
  if (!last) return estimated;
  const current = isOfThisIncarnation(last, database);
  const longer = last.seconds >= (estimated.seconds ?? 0);
  // What it took when there was less of it says less than what is known of its speed.
  if (
    !longer &&
    estimated !== assumed &&
    hasOutgrown(last.restore.estimatedSeconds, assumed.seconds)
  ) {
    return estimated;
  }
  // Of which database the restore was is not known: then the worse of the two.
  if (!current && !(current === undefined && longer)) return estimated;
  return {
    seconds: last.seconds,
    basis: 'measured',
    measuredBy: 'restore',
    measuredAt: last.restore.readyAt,
    inputs: [],
    evidence: [last.restore.evidence],
  };
}

/** The estimate times what restores took in comparison with theirs, once three of them tell. */
function calibrated(estimated: AttainedRto, database: Database): AttainedRto {
  const calibration = rtoCalibration(database);
  if (!calibration || estimated.seconds === undefined) return estimated;
  const { factor, restores } = calibration;
  return {
    ...estimated,
    seconds: Math.round(estimated.seconds * factor),
    inputs: [
      ...estimated.inputs,
      `times ${factor.toFixed(
        2,
      )}: the median of what ${restores} restores took over what was estimated`,
    ],
  };
}

/** The time that a restore takes by assumption alone. */
export function estimatedRto(
  options: Omit<RtoOptions, 'survivors'>,
): AttainedRto {
  const { database, clock, assumptions, usable, archiving } = options;
  const size = sizeOf(database);
  if (usable.newestAt === undefined || !size) {
    return { inputs: [], evidence: [] };
  }
  const { provisionSeconds, restoreBytesPerSecond, replayBytesPerSecond } =
    assumptions;
  let seconds = provisionSeconds + size.bytes / restoreBytesPerSecond;
  const inputs = [
    `${size.what} ${formatBytes(size.bytes)}`,
    `provisioning ${formatDuration(provisionSeconds)} (assumed)`,
    `restore throughput ${formatBytes(restoreBytesPerSecond)}/s (assumed)`,
  ];
  const timeout = archiveTimeout(database.archiving) ?? defaultTimeoutSeconds;
  if (archiving.state !== 'none' && usable.continuedFrom !== undefined) {
    // Counted in whole days, so that the estimate moves once a day and not with every look at the clock.
    const days = Math.max(
      1,
      Math.floor((clock.now - usable.newestAt) / dayMs) + 1,
    );
    clock.hasPassed(usable.newestAt + days * dayMs);
    const bytes = ((days * 86_400) / timeout) * segmentBytes;
    seconds += bytes / replayBytesPerSecond;
    inputs.push(
      `${describeLog(
        database,
      )} of ${days} d since the base backup ${formatBytes(
        bytes,
      )} (assumed: one segment per ${formatDuration(timeout)})`,
      `replay ${formatBytes(replayBytesPerSecond)}/s (assumed)`,
    );
  }
  return {
    seconds: Math.round(seconds),
    basis: 'estimated',
    inputs,
    evidence: size.evidence,
  };
}

/** The size of the data, else what its volumes could hold, else what they are asked to hold: never less than it is. */
function sizeOf(
  database: Database,
): { bytes: number; what: string; evidence: Evidence[] } | undefined {
  const { sizeBytes, requestedBytes, volumes } = database;
  if (sizeBytes) {
    return {
      bytes: sizeBytes.value,
      what: 'size',
      evidence: [sizeBytes.evidence],
    };
  }
  let bytes = 0;
  const evidence: Evidence[] = [];
  const perInstance = new Map<string | undefined, number>();
  for (const volume of volumes) {
    const { role, instance } = volume;
    if (role !== 'data' && role !== 'tablespace') continue;
    const size = volume.capacityBytes ?? volume.requestedBytes;
    if (!size) return undefined;
    const sum = (perInstance.get(instance) ?? 0) + size.value;
    perInstance.set(instance, sum);
    if (sum > bytes) bytes = sum;
    evidence.push(size.evidence);
  }
  if (bytes > 0) return { bytes, what: 'volume (size unknown)', evidence };
  return requestedBytes && requestedBytes.value > 0
    ? {
        bytes: requestedBytes.value,
        what: 'requested volume (size unknown)',
        evidence: [requestedBytes.evidence],
      }
    : undefined;
}

function rtoOfLosing(
  lost: 'node' | 'zone',
  data: AttainedRto,
  options: RtoOptions,
): AttainedRto {
  const { database, assumptions } = options;
  const { failoverSeconds, reattachSeconds } = assumptions;
  const { replica, evidence } = options.survivors[lost];
  const failover = lost === 'node' ? lastFailover(database) : undefined;
  if (replica && failover) return failover;
  if (replica) {
    return estimate(failoverSeconds, 'failover to a replica', evidence);
  }
  if (lost === 'zone')
    return replica === false ? data : { inputs: [], evidence };
  if (replica === false && options.disk?.state === 'lost') return data;
  const outlive = volumesOutliveNode(database);
  if (replica === false && outlive) {
    return withLoading(
      options,
      estimate(
        reattachSeconds,
        'leaving the lost node and attaching the volume to another',
        evidence,
      ),
    );
  }
  if (replica === false && outlive === false) return data;
  // Which of the ways back there is cannot be told: as long as the longest then.
  const longest =
    data.seconds === undefined || data.seconds > reattachSeconds
      ? data
      : estimate(reattachSeconds, 'the longest way to recover', evidence);
  const isLonger = (failover?.seconds ?? 0) > (longest.seconds ?? 0);
  return failover && isLonger ? failover : longest;
}

/** As long as nobody could write when the primary of the database as it is now last changed. */
function lastFailover({
  failovers = [],
  createdAt,
}: Database): AttainedRto | undefined {
  const since = momentOf(createdAt);
  let last: AttainedRto | undefined;
  let lastAt = since ?? -Infinity;
  for (const { startedAt, endedAt, evidence } of failovers) {
    const from = momentOf(startedAt);
    const to = momentOf(endedAt);
    if (from === undefined || to === undefined) continue;
    if (to < from || from < lastAt) continue;
    lastAt = from;
    last = {
      seconds: (to - from) / 1000,
      basis: 'measured',
      measuredBy: 'failover',
      measuredAt: endedAt,
      inputs: [],
      evidence: [evidence],
    };
  }
  return last;
}

/** Reading the data into memory, which is the size of the data at the speed of reading a base backup. */
function withLoading(
  { database, disk, assumptions }: RtoOptions,
  start: AttainedRto,
): AttainedRto {
  const { sizeBytes } = database;
  if (!disk || !sizeBytes || start.seconds === undefined) return start;
  const { restoreBytesPerSecond } = assumptions;
  return {
    ...start,
    seconds: Math.round(
      start.seconds + sizeBytes.value / restoreBytesPerSecond,
    ),
    inputs: [
      ...start.inputs,
      `loading ${formatBytes(sizeBytes.value)} at ${formatBytes(
        restoreBytesPerSecond,
      )}/s (assumed)`,
    ],
    evidence: [...start.evidence, sizeBytes.evidence],
  };
}

function estimate(
  seconds: number,
  what: string,
  evidence: Evidence[],
): AttainedRto {
  return {
    seconds,
    basis: 'estimated',
    inputs: [`${what} ${formatDuration(seconds)} (assumed)`],
    evidence,
  };
}
