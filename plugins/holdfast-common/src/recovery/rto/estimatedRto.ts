import { Database, Evidence } from '../../model';
import { formatBytes, formatDuration } from '../../quantity';
import { AttainedRto } from '../Assessment';
import { Assumptions } from '../Assumptions';
import {
  archiveTimeout,
  ArchivingProgress,
} from '../backups/archivingProgress';
import { UsableBackups } from '../backups/usableBackups';
import { Clock } from '../Clock';
import { describeLog } from '../describe';

/** What a server that writes little still writes: it closes one segment of this size per archive timeout. */
const segmentBytes = 16 * 1024 * 1024;
const defaultTimeoutSeconds = 300;
const dayMs = 86_400_000;

/** What the time of a restore is estimated from. */
export interface EstimateOptions {
  database: Database;
  clock: Clock;
  assumptions: Assumptions;
  usable: UsableBackups;
  archiving: ArchivingProgress;
}

/** The time that a restore takes by assumption alone. */
export function estimatedRto(options: EstimateOptions): AttainedRto {
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
