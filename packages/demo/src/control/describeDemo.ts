import { DemoFleet } from '../fleet/DemoFleet';

/** What there is to switch, how it stands, and how to switch it. */
export function describeDemo(demo: DemoFleet) {
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
    try: [
      'POST /stores/<name> {"state": "on" | "off" | "refusing" | "hanging"}',
      'POST /clusters/<name> {"state": "on" | "off"}',
      'POST /clusters/<name>/faults {"kind": "reset" | "hang" | "slow" | ..., "resource"?, "requests"?, "seconds"?, "milliseconds"?}',
      'DELETE /clusters/<name>/faults[?kind=<kind>]',
      'POST /databases/<id>/backup, /failover, /fence, /unfence',
    ],
  };
}
