/** Objects whose keys are names that somebody chose, not fields. */
const maps = [
  'status.certificates.expirations',
  'status.configMapResourceVersion.metrics',
  'status.instancesReportedState',
  'status.serverRecoveryWindow',
  'status.topology.instances',
];

/** Keys that are names by their form. */
const ownKey = /^holdfast\.io\//;

/**
 * The paths in some JSON with the type of what is there, as `spec.plugins[].enabled: boolean`. Indices and chosen names are left out; what is
 * `null` or undefined is not there.
 */
export function shapeOf(value: unknown): Set<string> {
  const shape = new Set<string>();
  collect(value, '', shape);
  return shape;
}

function collect(value: unknown, path: string, shape: Set<string>): void {
  if (value === null || value === undefined) return;
  if (path) shape.add(`${path}: ${typeOf(value)}`);
  if (Array.isArray(value)) {
    for (const item of value) collect(item, `${path}[]`, shape);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      const isName = maps.includes(path) || ownKey.test(key);
      collect(item, `${path ? `${path}.` : ''}${isName ? '*' : key}`, shape);
    }
  }
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
