import { readFile } from 'node:fs/promises';
import { InputError, toError } from '@backstage/errors';
import {
  defaultObjectiveConfig,
  ObjectiveConfig,
  parseObjectiveConfig,
} from '@holdfast/plugin-holdfast-common';
import { isJsonObject } from '@holdfast/plugin-holdfast-node';
import { parseDocument } from 'yaml';
import { reasonOf } from '../input/readBytes';

/**
 * Reads the tiers from the configuration of a portal, so that both mean the same by them.
 *
 * @throws InputError that names the file, the key, its value and what would be right
 */
export async function readObjectiveConfig(
  file: string | undefined,
): Promise<ObjectiveConfig> {
  if (file === undefined) return defaultObjectiveConfig;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(`--config ${file}: ${reasonOf(error)}`);
  }
  const document = parseDocument(text, {
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length) {
    throw new InputError(`--config ${file}: it is no YAML`);
  }
  const config: unknown = document.toJS();
  const section = isJsonObject(config) ? config.holdfast : undefined;
  try {
    return parseObjectiveConfig(
      isJsonObject(section) ? section.objectives : undefined,
    );
  } catch (error) {
    throw new InputError(`--config ${file}: ${toError(error).message}`);
  }
}
