import { Database, Disruption, Evidence } from '../../model';
import { formatBytes, formatDuration } from '../../quantity';
import { AttainedRto } from '../Assessment';
import { DiskContent } from '../backups/diskContent';
import { momentOf } from '../moment';
import {
  isOfThisIncarnation,
  lastSuccessfulRestore,
} from '../restores/lastSuccessfulRestore';
import { Survivors, volumesOutliveNode } from '../survivors/survivorsOf';
import { EstimateOptions, estimatedRto } from './estimatedRto';
import { hasOutgrown, rtoCalibration } from './rtoCalibration';
import { rtoOfRegion } from './rtoOfRegion';

interface RtoOptions extends EstimateOptions {
  /** Of a server that works in memory: what lies on its disk. */
  disk?: DiskContent;
  survivors: Record<'node' | 'zone', Survivors>;
}

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
