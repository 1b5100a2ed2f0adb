import { DemoFleet } from '../fleet/DemoFleet';
import { RepositoryReport } from '../gitops/RepositoryReport';

/** The Git host, and what became of its repositories. */
export interface GitDescription {
  gitUrl: string;
  reports: () => RepositoryReport[];
}

/** What there is to switch, how it stands, and how to switch it. */
export function describeDemo(demo: DemoFleet, git: GitDescription) {
  return {
    stores: Array.from(demo.stores.values(), ({ name, state, since }) => ({
      name,
      state,
      since: since.toISOString(),
    })),
    clusters: Array.from(demo.clusters.values(), cluster => ({
      name: cluster.name,
      state: cluster.running ? 'on' : 'off',
      url: cluster.url,
      faults: cluster.faults.list(),
    })),
    databases: demo.databases.map(database => {
      const { cluster, namespace, name } = database.traits;
      return {
        id: `${cluster}/${namespace}/${name}`,
        store: database.store.name,
        phase: database.phase.name,
        primary: database.primary,
        fenced: database.fencedSince !== undefined,
        archivingFailure: database.archiver.failure,
        backups: database.backups.all.length,
      };
    }),
    workloads: demo.workloads.map(({ cluster, site, name, kind }) => ({
      id: `${cluster}/${site.namespace}/${name}`,
      kind,
    })),
    git: {
      url: git.gitUrl,
      repositories: git
        .reports()
        .map(({ repository, problems, deliveries }) => ({
          repository,
          problems,
          deliveries: deliveries.map(({ name, cluster, state, problem }) => ({
            name,
            cluster,
            state,
            problem,
          })),
        })),
    },
    try: [
      'GET /deliveries: what became of every object of every repository',
      'POST /stores/<name> {"state": "on" | "off" | "refusing" | "hanging"}',
      'POST /clusters/<name> {"state": "on" | "off"}',
      'POST /clusters/<name>/faults {"kind": "reset" | "hang" | "slow" | ..., "resource"?, "requests"?, "seconds"?, "milliseconds"?}',
      'DELETE /clusters/<name>/faults[?kind=<kind>]',
      'POST /databases/<id>/backup, /failover, /fence, /unfence (CloudNativePG; workloads live by the clock alone)',
    ],
  };
}
