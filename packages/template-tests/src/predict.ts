import {
  assess,
  Prediction,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import {
  cloudNativePgEngine,
  describeInput,
  Engines,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { KubernetesObject } from './objects';

/** What Holdfast itself makes of manifests: the verdict that they would reach once they run, and what it warns of. */
export function predict(objects: KubernetesObject[]): {
  predicted?: Prediction;
  findings: string[];
} {
  const described = describeInput({
    engines: Engines.create([cloudNativePgEngine, volumesEngine]),
    cluster: 'prod-eu-west',
    objects,
    basis: 'declared',
  });
  const [{ database, basis, rules }] = described;
  const { predicted, findings } = assess({
    database,
    objective: resolveObjective({
      entity: [{ reference: database.id, annotations: database.annotations }],
    }),
    now: new Date(),
    basis,
    rules,
  });
  return {
    predicted,
    findings: findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, message }) => `${rule}: ${message}`),
  };
}
