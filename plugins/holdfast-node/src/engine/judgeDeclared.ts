import {
  assess,
  Assessment,
  Database,
  Finding,
  Objective,
  Prediction,
  resolveWaivers,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { describeInput, UnreadKind } from './describeInput';
import { Engines } from './Engines';
import { KubernetesObject } from './KubernetesObject';

/**
 * What a declared database would reach once it runs.
 *
 * @public
 */
export interface JudgedDeclaration {
  database: Database;
  objective: Objective;
  predicted: Prediction;
  findings: Finding[];
}

/**
 * Judges every database among manifests by what it would become, whatever status they carry. One judgement behind the form, the API, the
 * scaffolder and the check of a rendered repository. Copies made for a drill or a restore are left out.
 *
 * @param options - `complete` unless told otherwise: nothing will exist but what is among the objects
 * @public
 */
export function judgeDeclared(options: {
  engines: Engines;
  rules?: readonly Rule[];
  cluster: string;
  objects: Iterable<KubernetesObject>;
  complete?: boolean;
  /** Kinds, with group, that were read though no object of them was found. */
  readKinds?: Iterable<string>;
  unread?: readonly UnreadKind[];
  objectiveOf: (database: Database) => Objective;
  now: Date;
}): JudgedDeclaration[] {
  const { objectiveOf, now, complete = true } = options;
  const described = describeInput({ ...options, complete, basis: 'declared' });
  return described.flatMap(({ database, basis, rules = options.rules }) => {
    if (database.restoreCopy) return [];
    const objective = objectiveOf(database);
    const { id: reference, annotations } = database;
    const assessment = assess({
      database,
      objective,
      now,
      basis,
      rules,
      waivers: resolveWaivers({ object: { reference, annotations } }),
    });
    return [{ database, objective, ...predictionOf(assessment) }];
  });
}

/** What an engine failed to describe is judged as observed, and then there is nothing to predict but that. */
function predictionOf({
  verdict,
  predicted,
  findings,
  rpo,
  rto,
}: Assessment): Pick<JudgedDeclaration, 'predicted' | 'findings'> {
  const reached = verdict === 'proven' ? 'unknown' : verdict;
  return {
    predicted: predicted ?? { verdict: reached, rpo, rto },
    findings,
  };
}
