import { Readable } from 'node:stream';
import { InputError } from '@backstage/errors';
import {
  formatDuration,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';
import {
  builtInEngines,
  Engines,
  ReadingNotice,
  ReadingProblem,
} from '@holdfast/plugin-holdfast-node';
import { judgeObjects } from '../judge/judgeObjects';
import {
  OVERRIDE_REFERENCE,
  parseObjectiveOverrides,
} from '../judge/objectiveOverrides';
import { CheckReport } from '../report/CheckReport';
import { Places } from '../report/places';
import { PlacedJudgement, toReport } from '../report/toReport';
import { CheckOptions } from './CheckOptions';
import { gatherInputs, Inputs } from './gatherInputs';
import { parseNow } from './parseNow';
import { readObjectiveConfig } from './readObjectiveConfig';

/** A dump that is younger is as good as the cluster itself. */
const FRESH_MS = 3_600_000;

/**
 * Judges every database in files, folders, standard input and contexts.
 *
 * @throws InputError for options that cannot be used
 */
export async function check(options: {
  paths: readonly string[];
  stdin: Readable;
  options: CheckOptions;
}): Promise<CheckReport> {
  const { paths, stdin, options: told } = options;
  const namesCluster = told.context.length || told.kubeconfig !== undefined;
  if (!paths.length && !namesCluster) {
    throw new InputError(
      'nothing to check: name a file or a folder, - for standard input, or a cluster with --context',
    );
  }
  const now = told.now === undefined ? new Date() : parseNow(told.now);
  const config = await readObjectiveConfig(told.config);
  const overrides = {
    reference: OVERRIDE_REFERENCE,
    annotations: parseObjectiveOverrides(told.objective, config),
  };
  const engines = Engines.create(builtInEngines);

  const inputs = await gatherInputs({ paths, stdin, engines, check: told });
  const judged: PlacedJudgement[] = [];
  const notices: ReadingNotice[] = [...inputs.notices];
  const problems: ReadingProblem[] = [...inputs.problems];
  for (const input of inputs.clusters) {
    const { entities } = inputs;
    const places = new Places(input);
    const outcome = judgeObjects({
      ...input,
      engines,
      entities,
      now,
      overrides,
      config,
      onUndescribed: (reference, error) =>
        problems.push(describeFailure(places, reference, error)),
    });
    judged.push(...outcome.judged.map(one => ({ ...one, places })));
    for (const { reference } of outcome.copies) {
      const { cluster, namespace, name } = reference;
      notices.push({
        file: `${cluster}/${namespace ?? ''}`,
        ...places.of(reference),
        message: `${name} was made for a drill or a restore, and is evidence only`,
      });
    }
  }
  notices.push(...ofOldFiles({ inputs, judged, told, now }));
  return toReport({
    now,
    judged,
    errors: problems,
    notices,
  });
}

/** An object that may be a database: it must not go unmentioned. */
function describeFailure(
  places: Places,
  reference: ObjectReference,
  error: Error,
): ReadingProblem {
  const { cluster, namespace, kind, name } = reference;
  return {
    file: `${cluster}/${namespace ?? ''}`,
    ...places.of(reference),
    message: `${kind} ${name} could not be described, and may be a database: ${error.message}`,
    hidesObjects: true,
  };
}

/** A dump does not say when it was taken, and everything in it gets worse with age. */
function ofOldFiles(options: {
  inputs: Inputs;
  judged: readonly PlacedJudgement[];
  told: CheckOptions;
  now: Date;
}): ReadingNotice[] {
  const { inputs, judged, told, now } = options;
  const { writtenAt } = inputs;
  const observed = judged.some(
    ({ assessment, places }) =>
      assessment.basis === 'observed' && places.areInFiles,
  );
  if (told.now !== undefined || !observed || writtenAt === undefined) return [];
  const age = now.getTime() - writtenAt;
  return age > FRESH_MS
    ? [
        {
          file: 'input',
          message: `was written ${formatDuration(
            age / 1000,
          )} ago and is judged as if it were current: give the time of the dump with --now ${new Date(
            writtenAt,
          ).toISOString()}`,
        },
      ]
    : [];
}
