import { AttainedRpo } from '@holdfast/plugin-holdfast-common';

/**
 * An attained RPO in seconds at a moment after its assessment: it grows with the clock, up to what it stays below as long as archiving goes
 * on as it does. Between two assessments nothing else changes it.
 */
export function rpoNow(rpo: AttainedRpo, now: number): number | undefined {
  const { seconds, atMostSeconds = Infinity, latestRestorable } = rpo;
  if (seconds === undefined || latestRestorable === undefined) return seconds;
  const grown = (now - Date.parse(latestRestorable)) / 1_000;
  // Not less than was assessed: the clock of the browser may be behind.
  return Math.max(seconds, Math.min(grown, atMostSeconds));
}
