/** Units of PostgreSQL's time parameters, in seconds (documentation, 20.1.1 "Parameter Names and Values"). */
const units = new Map([
  ['us', 1e-6],
  ['ms', 1e-3],
  ['', 1],
  ['s', 1],
  ['min', 60],
  ['h', 3_600],
  ['d', 86_400],
]);

/**
 * Reads a PostgreSQL time parameter whose own unit is seconds; undefined when PostgreSQL would refuse it.
 */
export function parsePostgresSeconds(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/.exec(text);
  const unit = match && units.get(match[2]);
  return unit ? Math.round(Number(match[1]) * unit) : undefined;
}
