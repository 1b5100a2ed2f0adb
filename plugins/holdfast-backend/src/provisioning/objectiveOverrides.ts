import { InputError } from '@backstage/errors';
import {
  ANNOTATION_PREFIX,
  ObjectiveConfig,
  objectiveKeys,
  ObjectiveSource,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';

/**
 * Reads the objective of a request: annotations without their prefix.
 *
 * @throws InputError that names the key, its value and what would be right
 */
export function objectiveOverrides(
  stated: Record<string, string> | undefined,
  config: ObjectiveConfig,
): ObjectiveSource | undefined {
  if (!stated) return undefined;
  const known: readonly string[] = ['tier', ...objectiveKeys];
  const unknown = Object.keys(stated).find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `objective: "${unknown}" is no objective: write one of ${known.join(
        ', ',
      )}`,
    );
  }
  const source = { reference: 'the request', annotations: stated };
  const [problem] = resolveObjective({ entity: [source], config }).problems;
  if (problem) {
    const key = problem.origin.field?.slice(ANNOTATION_PREFIX.length);
    throw new InputError(
      `objective.${key}: "${problem.value}" is ${problem.message}`,
    );
  }
  return source;
}
