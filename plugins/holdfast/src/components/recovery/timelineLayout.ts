import { RecoveryWindow } from '@holdfast/plugin-holdfast-common';

// The gap is drawn at least this wide, though a good one (minutes in weeks) would be less than a pixel: it is what the picture is about.
const smallestGapShare = 0.14;
const largestGapShare = 0.6;

export interface TimelineLayout {
  gapSeconds: number;
  /** Share of the width that the gap between the latest restorable moment and now takes, 0 to 1. Not to scale where it is tiny. */
  gapShare: number;
  /** Where in the window (0 first, 1 latest restorable moment) each point lies, in the order given; points outside are left out. */
  points: { position: number; usable: boolean; consistentAt: string }[];
}

/** Lays a recovery window out from its first restorable moment to now. */
export function timelineLayout(options: {
  window: RecoveryWindow;
  points: { consistentAt: string; usable: boolean }[];
  now: number;
}): TimelineLayout {
  const { window, points, now } = options;
  const from = Date.parse(window.from);
  const to = Date.parse(window.to);
  const gap = Math.max(0, now - to);
  const total = Math.max(1, now - from);
  const length = to - from;
  return {
    gapSeconds: gap / 1_000,
    gapShare: Math.min(
      largestGapShare,
      Math.max(smallestGapShare, gap / total),
    ),
    points: points
      .map(({ consistentAt, usable }) => ({
        consistentAt,
        usable,
        position: length > 0 ? (Date.parse(consistentAt) - from) / length : 1,
      }))
      .filter(({ position }) => position >= 0 && position <= 1),
  };
}
