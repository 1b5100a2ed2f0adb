import { JsonPath } from '../../../engine';
import { ClusterFacts } from '../ClusterFacts';
import { describeRole } from '../role';

/**
 * The database and the role that a Cluster is made with.
 */
export interface Application {
  database: string;
  owner: string;
  /** The Secret that was named for its password. */
  secret?: string;
  /** Whether the operator makes the Secret itself. */
  makesSecret: boolean;
  /** Whether the Cluster only believes that they are there, since it is a copy of another one. */
  assumed: boolean;
}

const monolith = 'monolith';

/**
 * The application's database and owner, by the defaults that the operator's admission fills in (`defaultInitDB`, `defaultRecovery` and
 * `defaultPgBaseBackup` in `api/v1/cluster_defaults.go`). There are none when a whole server was imported.
 *
 * @remarks
 * A replica cluster makes neither Secret nor database unless `initdb` made them (`ShouldCreateApplicationSecret` in `api/v1/cluster_funcs.go`).
 */
export function describeApplication(
  facts: ClusterFacts,
): Application | undefined {
  const { cluster } = facts;
  const method = methodOf(cluster.object('spec', 'bootstrap'));
  const path: JsonPath = ['spec', 'bootstrap', method];
  const text = (...more: JsonPath) => cluster.string(...path, ...more)?.value;
  if (
    method === 'initdb' &&
    text('import', 'type') === monolith &&
    !text('database')
  ) {
    return undefined;
  }
  const database = text('database') ?? 'app';
  const secret = text('secret', 'name');
  const copies =
    method !== 'initdb' && describeRole(facts).value === 'replica-cluster';
  return {
    database,
    owner: text('owner') ?? database,
    secret,
    makesSecret: secret === undefined && !copies,
    assumed: copies,
  };
}

function methodOf(bootstrap: object): string {
  return (
    ['recovery', 'pg_basebackup'].find(method =>
      Object.hasOwn(bootstrap, method),
    ) ?? 'initdb'
  );
}
