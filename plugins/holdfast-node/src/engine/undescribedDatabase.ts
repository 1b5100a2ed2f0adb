import {
  Database,
  databaseIdOf,
  EngineName,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { Engine, referenceOf } from './Engine';
import { Fact } from './Fact';

/**
 * A database of which nothing is known but that it is there, since its engine failed to describe it.
 *
 * @public
 */
export function undescribedDatabase(options: {
  cluster: string;
  root: Pick<Fact, 'kind' | 'namespace' | 'name' | 'uid' | 'createdAt'>;
  engine: Pick<Engine, 'id'>;
  engineName: EngineName;
}): Database {
  const { cluster, root, engine, engineName } = options;
  const reference = referenceOf(cluster, root);
  const nothing = { object: reference, field: '.spec' };
  return {
    id: databaseIdOf(reference),
    reference,
    uid: root.uid,
    engine: engineName,
    operator: engine.id,
    createdAt: root.createdAt,
    annotations: {},
    health: { state: 'unknown', evidence: [] },
    instances: [],
    role: { value: 'primary', evidence: nothing },
    archiving: {
      configured: { value: false, evidence: nothing },
      timeoutSeconds: { value: 0, evidence: nothing },
    },
    stores: [],
    schedules: [],
    recoveryPoints: [],
    attempts: [],
    restores: [],
    volumes: [],
    missing: [],
  };
}

/**
 * The one rule by which such a database is judged.
 *
 * @public
 */
export function undescribedRule(error: Error): Rule {
  return {
    id: 'facts/undescribed',
    title: 'Database could not be described',
    description:
      'An object that the engine cannot read must not look like one without problems, nor hide its neighbours.',
    judges: 'facts',
    evaluate: ({ database }) => ({
      rule: 'facts/undescribed',
      severity: 'critical',
      message: `The engine '${database.operator}' failed to describe ${database.reference.kind} ${database.reference.name}: ${error.message}`,
      evidence: [{ object: database.reference, field: '.' }],
      ceiling: 'unknown',
      remedy:
        'Report this with the object as `kubectl get -o json` shows it: whatever an object looks like, it should be read.',
    }),
  };
}
