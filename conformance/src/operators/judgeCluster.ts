import {
  assess,
  Assessment,
  Database,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import {
  builtInEngines,
  describeDatabases,
  Engines,
} from '@holdfast/plugin-holdfast-node';
import { OperatorCluster } from './OperatorCluster';

const engines = Engines.create(builtInEngines);

/** The database of that namespace and name, as Holdfast describes it from what the API server holds, and what it says of it. */
export async function judgeCluster(
  cluster: OperatorCluster,
  { namespace, name }: { namespace: string; name: string },
): Promise<{ database: Database; assessment: Assessment; rules: string[] }> {
  const databases = describeDatabases({
    engines,
    cluster: 'conformance',
    ...(await cluster.read(engines)),
  });
  const database = databases.find(
    ({ reference }) =>
      reference.namespace === namespace && reference.name === name,
  );
  if (!database) throw new Error(`there is no database '${name}'`);
  const assessment = assess({
    database,
    // Bronze: RPO and RTO 1 d, retention 7 d.
    objective: resolveObjective({
      entity: [
        { reference: 'component:shop/orders', annotations: { tier: 'bronze' } },
      ],
    }),
    now: new Date(),
  });
  return {
    database,
    assessment,
    rules: assessment.findings.map(({ rule }) => rule),
  };
}
