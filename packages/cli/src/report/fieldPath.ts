import { JsonPath } from '@holdfast/plugin-holdfast-node';

const step = /\.([A-Za-z_][\w-]*)|\[(\d+)\]|\['([^']*)'\]/y;

/**
 * Reads a field of evidence as a path, `.spec.plugins[0].name`, as far as it is one: a filter ends it, and a metric is none at all.
 */
export function parseFieldPath(field: string): JsonPath {
  const path: (string | number)[] = [];
  step.lastIndex = 0;
  for (let match = step.exec(field); match; match = step.exec(field)) {
    const [, name, index, quoted] = match;
    path.push(index === undefined ? name ?? quoted : Number(index));
  }
  return path;
}
