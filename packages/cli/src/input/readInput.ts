import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { isError } from '@backstage/errors';
import {
  Engines,
  isBroken,
  ObjectCollector,
  readDocuments,
} from '@holdfast/plugin-holdfast-node';
import { decodeText } from './decodeText';
import { findFiles, InputFile } from './findFiles';
import {
  isKustomization,
  patchFiles,
  unappliedPatches,
} from './kustomizations';
import { readBytes } from './readBytes';

/**
 * What was read from files.
 */
export interface Input {
  collected: ObjectCollector;
  /** When the file that was written first was last written, in ms. */
  writtenAt?: number;
}

/**
 * Reads files, folders and standard input. What cannot be read is among the problems, and the rest is there.
 */
export async function readInput(options: {
  paths: readonly string[];
  stdin: Readable;
  engines: Pick<Engines, 'resources' | 'databaseKinds'>;
  ignore?: readonly string[];
  namespace?: string;
}): Promise<Input> {
  const { paths, stdin, ignore } = options;
  const collected = ObjectCollector.create(options);
  const { files, problems, notices } = await findFiles(paths, { ignore });
  collected.problems.push(...problems);
  collected.notices.push(...notices);

  const patches = new Set<string>();
  const readOne = async ({ file, named, isStdin }: InputFile) => {
    const outcome = await readBytes(isStdin ? stdin : file);
    const decoded = 'bytes' in outcome ? decodeText(outcome.bytes) : outcome;
    if ('problem' in decoded) {
      collected.problems.push({
        file,
        message: decoded.problem,
        hidesObjects: true,
      });
      return;
    }
    const { text } = decoded;
    let empty = true;
    for (const document of readDocuments({ file, text })) {
      empty = false;
      if (isBroken(document)) {
        collected.problems.push({ file, ...document, hidesObjects: true });
      } else if (isKustomization(file)) {
        const patched = patchFiles(file, document.value);
        for (const path of patched) patches.add(resolve(path));
        if (patched.length) collected.notices.push(unappliedPatches(file));
      } else {
        collected.add({ file, document, named });
      }
    }
    if (empty && named) {
      collected.notices.push({ file, message: 'is empty' });
    }
  };

  const readAnyway = async (file: InputFile) => {
    try {
      await readOne(file);
    } catch (error) {
      // Whatever is in one file, the others are read.
      const why =
        error instanceof RangeError
          ? 'it is nested too deeply'
          : `${isError(error) ? error.name : 'an error'} in holdfast`;
      collected.problems.push({
        file: file.file,
        message: `cannot be read: ${why}`,
        hidesObjects: true,
      });
    }
  };

  const kustomizations = files.filter(({ file }) => isKustomization(file));
  for (const file of kustomizations) await readAnyway(file);
  let writtenAt: number | undefined;
  for (const file of files) {
    if (isKustomization(file.file)) continue;
    if (!file.named && patches.has(resolve(file.file))) continue;
    await readAnyway(file);
    if (file.writtenAt !== undefined) {
      writtenAt = Math.min(writtenAt ?? Infinity, file.writtenAt);
    }
  }
  return { collected, ...(writtenAt !== undefined && { writtenAt }) };
}
