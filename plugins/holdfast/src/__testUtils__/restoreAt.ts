import { RestoreEntry } from '@holdfast/plugin-holdfast-common';

/** A drill that succeeded, by the report of a tool, done at a moment in milliseconds since the epoch. */
export function restoreAt(
  doneAt: number,
  rest: Partial<RestoreEntry> = {},
): RestoreEntry {
  const { seconds = 240 } = rest;
  const readyAt = new Date(doneAt).toISOString();
  return {
    id: `drill-${readyAt.slice(0, 10)}`,
    origin: 'reported',
    purpose: 'drill',
    tool: 'cnpg-drill',
    startedAt: new Date(doneAt - seconds * 1_000).toISOString(),
    readyAt,
    seconds,
    outcome: 'succeeded',
    checks: [
      { name: 'starts', passed: true },
      { name: 'orders has rows', passed: true, detail: '48113 rows' },
      { name: 'newest order', passed: true, detail: '2 min old' },
      { name: 'extensions', passed: true },
      { name: 'roles', passed: true },
    ],
    incarnation: 'current',
    recordedAt: readyAt,
    reportedBy: 'plugin:drills',
    evidence: [],
    ...rest,
  };
}
