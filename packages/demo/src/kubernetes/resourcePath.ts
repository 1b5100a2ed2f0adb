/** What a path under `/api/v1` or `/apis/{group}/{version}` names. */
export interface ResourcePath {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** @returns `undefined` for a path that names no resource, such as those of discovery */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const [root, ...segments] = path
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  const group = root === 'apis' ? segments.shift() : '';
  const version = segments.shift();
  if (
    (root !== 'api' && root !== 'apis') ||
    group === undefined ||
    version === undefined ||
    segments.length === 0
  ) {
    return undefined;
  }
  // /namespaces/{name} and /namespaces/{name}/status are the namespace itself.
  const within =
    segments[0] === 'namespaces' &&
    segments.length > 2 &&
    !(group === '' && ['status', 'finalize'].includes(segments[2]));
  const namespace = within ? segments[1] : undefined;
  const [plural, name, subresource] = within ? segments.slice(2) : segments;
  return { group, version, plural, namespace, name, subresource };
}
