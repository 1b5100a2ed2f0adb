import { Database } from '../../model';
import { momentOf } from '../moment';
import { hasFailed } from '../restores/lastEndedRestore';

/** Two restores may both have met a busy evening; of three the one in the middle did not. */
const fewestRestores = 3;

/** By how much a database may have grown before the time of its last restore is no longer its time. */
const outgrownBy = 1.2;

/** How what was measured relates to what had been estimated. */
export interface RtoCalibration {
  /** Median of measured over estimated: above 1, restores take longer than estimated. */
  factor: number;
  /** How many restores it rests on. */
  restores: number;
}

/**
 * What the restores of a database teach about its estimate; undefined with fewer than three that succeeded and were estimated beforehand.
 *
 * @remarks
 * The estimate is linear in size and log, so that one factor stands for the throughput that there really is. It holds for restores of the kind that
 * were measured: by another tool, from another store or on other nodes, the next one may take another time.
 */
export function rtoCalibration(database: Database): RtoCalibration | undefined {
  const ratios: number[] = [];
  for (const restore of database.restores) {
    const { estimatedSeconds, startedAt, readyAt, state } = restore;
    if (!estimatedSeconds || state !== 'succeeded' || hasFailed(restore)) {
      continue;
    }
    const from = momentOf(startedAt);
    const to = momentOf(readyAt);
    if (from === undefined || to === undefined || to <= from) continue;
    ratios.push((to - from) / 1000 / estimatedSeconds);
  }
  if (ratios.length < fewestRestores) return undefined;
  return { factor: medianOf(ratios), restores: ratios.length };
}

/** Whether a database would by now take clearly longer to restore than it was estimated to at its last restore. */
export function hasOutgrown(
  estimatedThen: number | undefined,
  estimatedNow: number | undefined,
): boolean {
  return (
    estimatedThen !== undefined &&
    estimatedNow !== undefined &&
    estimatedNow > outgrownBy * estimatedThen
  );
}

/**
 * The value in the middle; of an even number of values, the mean of the two there. `NaN` of none.
 *
 * @public
 */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
