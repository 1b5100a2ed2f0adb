import { apiVersionOf, isBuiltIn, ResourceType } from './ResourceType';

const VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
const STATUS_VERBS = ['get', 'patch', 'update'];

/** `/version` of Kubernetes 1.36.3, built nowhere in particular. */
export const serverVersion = {
  major: '1',
  minor: '36',
  emulationMajor: '1',
  emulationMinor: '36',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '35',
  gitVersion: 'v1.36.3',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'simulated',
};

/**
 * Answers the discovery paths: `/api`, `/apis`, `/apis/{group}`, `/api/v1`, `/apis/{group}/{version}`.
 *
 * @returns `undefined` for a path where nothing is served
 */
export function discover(
  types: readonly ResourceType[],
  path: string,
): object | undefined {
  const [root, ...segments] = path.split('/').filter(Boolean);
  if (root === 'api' && segments.length === 0) {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }
  if (root === 'apis' && segments.length === 0) {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groupsOf(types),
    };
  }
  if (root === 'apis' && segments.length === 1) {
    const group = groupsOf(types).find(({ name }) => name === segments[0]);
    return group && { kind: 'APIGroup', apiVersion: 'v1', ...group };
  }
  const groupVersion = segments.join('/');
  const served = types.filter(
    type =>
      apiVersionOf(type) === groupVersion &&
      (root === 'api') === (type.group === ''),
  );
  if (served.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    // The oldest group answers without a version of its own.
    ...(root === 'apis' && { apiVersion: 'v1' }),
    groupVersion,
    resources: served.flatMap(resourcesOf),
  };
}

/** Whether a path lies within a group that kube-apiserver serves itself, and so gets a Status rather than plain text. */
export function isBuiltInPath(
  types: readonly ResourceType[],
  path: string,
): boolean {
  return types.some(
    type =>
      isBuiltIn(type) &&
      path.startsWith(`/${type.group ? 'apis' : 'api'}/${apiVersionOf(type)}/`),
  );
}

function groupsOf(types: readonly ResourceType[]) {
  const versions = new Map<string, Set<string>>();
  for (const { group, version } of types) {
    if (group) {
      versions.set(group, (versions.get(group) ?? new Set()).add(version));
    }
  }
  return [...versions].map(([name, served]) => {
    const offered = [...served].map(version => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions: offered, preferredVersion: offered[0] };
  });
}

function resourcesOf(type: ResourceType) {
  const { plural, kind, namespaced } = type;
  const resource = {
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs: VERBS,
  };
  if (!type.statusSubresource) {
    return [resource];
  }
  return [
    resource,
    {
      name: `${plural}/status`,
      singularName: '',
      namespaced,
      kind,
      verbs: STATUS_VERBS,
    },
  ];
}
