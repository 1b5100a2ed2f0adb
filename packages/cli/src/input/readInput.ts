import { resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { isError } from '@backstage/errors';
import {
  CatalogEntity,
  Engines,
  InputDocument,
  isBroken,
  ObjectCollector,
  readDocuments,
  ReadingNotice,
  ReadingProblem,
} from '@holdfast/plugin-holdfast-node';
import { clustersOf } from '../kustomize/Deployment';
import { KustomizeCommand } from '../kustomize/findKustomize';
import {
  isKustomization,
  Kustomization,
  readKustomization,
} from '../kustomize/Kustomization';
import { readDeployments } from '../kustomize/readDeployments';
import { decodeText } from './decodeText';
import { FileCluster } from './FileCluster';
import { findFiles, InputFile } from './findFiles';
import { readBytes } from './readBytes';

/**
 * What was read from files.
 */
export interface Input {
  clusters: FileCluster[];
  entities: CatalogEntity[];
  problems: ReadingProblem[];
  notices: ReadingNotice[];
  /** When the file that was written first was last written, in ms. */
  writtenAt?: number;
}

/**
 * Reads files, folders and standard input. What cannot be read is among the problems, and the rest is there.
 *
 * @remarks
 * What lies below a kustomization is deployed as that says: it is built. All other files are taken for what they hold.
 */
export async function readInput(options: {
  paths: readonly string[];
  stdin: Readable;
  engines: Pick<Engines, 'resources' | 'databaseKinds'>;
  ignore?: readonly string[];
  namespace?: string;
  kustomize?: KustomizeCommand;
}): Promise<Input> {
  const { paths, stdin, ignore, engines } = options;
  const found = await findFiles(paths, { ignore });
  const rest = ObjectCollector.create(options);
  const problems = [...found.problems];
  const notices = [...found.notices];

  const kustomizations: Kustomization[] = [];
  for (const file of found.files) {
    if (!isKustomization(file.file)) continue;
    const documents = await documentsOf(file, stdin, problems);
    // What cannot be read is told of, and its folder is a folder like any other.
    for (const { value } of documents ?? []) {
      kustomizations.push(readKustomization(file.file, value));
    }
  }
  const isBuilt = ({ file, named }: InputFile) =>
    !named &&
    kustomizations.some(({ folder }) => resolve(file).startsWith(folder + sep));

  const sources = new Map<string, ObjectCollector>();
  let writtenAt: number | undefined;
  for (const file of found.files) {
    if (isKustomization(file.file)) continue;
    const source = isBuilt(file) ? ObjectCollector.create(options) : undefined;
    if (source) sources.set(resolve(file.file), source);
    const collector = source ?? rest;
    const documents = await documentsOf(file, stdin, collector.problems);
    for (const document of documents ?? []) {
      collector.add({ file: file.file, document, named: file.named });
    }
    if (documents?.length === 0 && file.named) {
      notices.push({ file: file.file, message: 'is empty' });
    }
    if (file.writtenAt !== undefined) {
      writtenAt = Math.min(writtenAt ?? Infinity, file.writtenAt);
    }
  }

  const deployed = await readDeployments({
    ...options,
    kustomizations,
    sources,
    command: options.kustomize,
  });
  return {
    clusters: clustersOf({
      deployments: deployed.deployments,
      rest,
      databaseKinds: engines.databaseKinds,
    }),
    entities: [rest, ...sources.values()].flatMap(({ entities }) => entities),
    problems: [...problems, ...rest.problems, ...deployed.problems],
    notices: [...notices, ...rest.notices, ...deployed.notices],
    ...(writtenAt !== undefined && { writtenAt }),
  };
}

/**
 * The documents of a file, without those that are broken.
 *
 * @returns undefined when the file cannot be read at all
 */
async function documentsOf(
  { file, isStdin }: InputFile,
  stdin: Readable,
  problems: ReadingProblem[],
): Promise<InputDocument[] | undefined> {
  const outcome = await readBytes(isStdin ? stdin : file);
  const decoded = 'bytes' in outcome ? decodeText(outcome.bytes) : outcome;
  if ('problem' in decoded) {
    problems.push({ file, message: decoded.problem, hidesObjects: true });
    return undefined;
  }
  try {
    const { text } = decoded;
    const all = [...readDocuments({ file, text })];
    for (const document of all) {
      if (isBroken(document)) {
        problems.push({ file, ...document, hidesObjects: true });
      }
    }
    const whole = all.filter(
      (document): document is InputDocument => !isBroken(document),
    );
    return all.length && !whole.length ? undefined : whole;
  } catch (error) {
    // Whatever is in one file, the others are read.
    const why =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : `${isError(error) ? error.name : 'an error'} in holdfast`;
    problems.push({
      file,
      message: `cannot be read: ${why}`,
      hidesObjects: true,
    });
    return undefined;
  }
}
