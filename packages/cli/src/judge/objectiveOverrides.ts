import { InputError } from '@backstage/errors';
import {
  ANNOTATION_PREFIX,
  DeclaredAnnotations,
  ObjectiveConfig,
  objectiveKeys,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';

/** What an override says comes from here. */
export const OVERRIDE_REFERENCE = '--objective';

/**
 * Reads `--objective` options: the name of a tier, or `rpo=5m,rto=1h`, by the names of the annotations.
 *
 * @returns them as annotations, without their prefix
 * @throws InputError that names the option, its value and what would be right
 */
export function parseObjectiveOverrides(
  texts: readonly string[],
  config: ObjectiveConfig,
): DeclaredAnnotations {
  const overrides: DeclaredAnnotations = {};
  const written = new Map<string, string>();
  for (const text of texts.flatMap(option => option.split(','))) {
    const [key, value] = text.includes('=')
      ? splitAt(text, '=')
      : ['tier', text.trim()];
    const known: readonly string[] = ['tier', ...objectiveKeys];
    if (!known.includes(key)) {
      throw new InputError(
        `--objective ${text}: '${key}' is no objective: write one of ${known.join(
          ', ',
        )}, such as rpo=5m`,
      );
    }
    overrides[key] = value;
    written.set(key, text);
  }
  const { problems } = resolveObjective({
    entity: [{ reference: OVERRIDE_REFERENCE, annotations: overrides }],
    config,
  });
  const [problem] = problems;
  if (problem) {
    const key = problem.origin.field?.slice(ANNOTATION_PREFIX.length) ?? '';
    throw new InputError(
      `--objective ${written.get(key) ?? key}: '${problem.value}' is ${
        problem.message
      }`,
    );
  }
  return overrides;
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
