import { Engine, qualifiedKind } from '../../engine';
import { assemblePercona } from './assemble';
import { PerconaOperator } from './PerconaOperator';
import { claimPercona, projectPercona } from './relate';

/** An engine that reads what one of Percona's operators for MySQL writes. */
export function perconaEngine(operator: PerconaOperator): Engine {
  const { clusters, backups, restores } = operator;
  return {
    id: operator.id,
    projectionVersion: 1,
    resources: [clusters, backups, restores],
    project: (resource, object) => projectPercona(operator, resource, object),
    claim: (resource, object) => claimPercona(operator, resource, object),
    databaseKinds: [qualifiedKind(clusters)],
    engineName: 'mysql',
    assemble: input => assemblePercona(operator, input),
  };
}
