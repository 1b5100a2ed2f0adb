/**
 * Files that lie beside manifests in a repository, are YAML or JSON, and are for other tools. By name, or by what is at their top.
 */
const foreignNames = [
  /^mkdocs\.ya?ml$/,
  /^(?:docker-)?compose(?:\..+)?\.ya?ml$/,
  /^values(?:[-.].+)?\.ya?ml$/,
  /^(?:package|package-lock|lerna|turbo|nx|renovate|composer|deno)\.json$/,
  /^(?:tsconfig|jsconfig)(?:\..+)?\.json$/,
  /^(?:Taskfile|codecov|azure-pipelines|bitbucket-pipelines|pnpm-workspace|pnpm-lock)\.ya?ml$/,
];

/**
 * Whether a file of this name is known to be for another tool.
 *
 * @public
 */
export function isForeignName(name: string): boolean {
  return foreignNames.some(pattern => pattern.test(name));
}

/**
 * What a document without kind and version is for, where its keys tell.
 */
export function foreignPurpose(
  document: Readonly<Record<string, unknown>>,
): string | undefined {
  const has = (...keys: string[]) => keys.every(key => key in document);
  if (has('panels', 'schemaVersion')) return 'a Grafana dashboard';
  if (has('rule_files', 'tests')) return 'a test of Prometheus rules';
  if (Array.isArray(document.groups) && Object.keys(document).length === 1) {
    return 'a file of Prometheus rules';
  }
  if (has('$schema')) return 'described by a schema of its own';
  return undefined;
}
