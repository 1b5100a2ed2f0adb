import { DatabaseProtection } from '@holdfast/plugin-holdfast-common';

/** What one backup did with a volume. */
export type CoveredVolume =
  DatabaseProtection['volumes'][number]['coverage'][number];

/**
 * What to say of a volume in a line: what the newest backup did with it, and, where that was nothing good, the newest one that holds it.
 * A volume that one tool leaves out and another one takes is held.
 *
 * @param coverage - newest first
 */
export function decisiveCoverage(coverage: readonly CoveredVolume[]): {
  newest?: CoveredVolume;
  lastHeld?: CoveredVolume;
} {
  const held = coverage.find(({ state }) => state === 'held');
  const tried = coverage.find(
    ({ state }) => state !== 'running' && state !== 'excluded',
  );
  if (!tried) return { newest: coverage.at(0) };
  return tried === held
    ? { newest: tried }
    : { newest: tried, ...(held && { lastHeld: held }) };
}
