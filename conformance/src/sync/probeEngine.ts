import { Engine, WatchedResource } from '@holdfast/plugin-holdfast-node';

function resource(
  apiVersion: string,
  plural: string,
  kind: string,
): WatchedResource {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version, plural, kind, namespaced: true };
}

/** Kinds as facts name them. */
export const kinds = {
  cluster: 'Cluster.postgresql.cnpg.io',
  /** Holdfast's role may not read them. */
  secret: 'Secret',
  configMap: 'ConfigMap',
  /** There is no such thing. */
  widget: 'Widget.example.com',
};

/** An engine that keeps next to nothing, to test the sync alone. */
export const probeEngine: Engine = {
  id: 'probe',
  projectionVersion: 1,
  resources: [
    resource('postgresql.cnpg.io/v1', 'clusters', 'Cluster'),
    resource('v1', 'secrets', 'Secret'),
    resource('v1', 'configmaps', 'ConfigMap'),
    resource('example.com/v1', 'widgets', 'Widget'),
  ],
  databaseKinds: [],
  project: (_, object) => ({
    subjects: [],
    needs: [],
    data: { instances: object.spec?.instances ?? 0 },
  }),
};
