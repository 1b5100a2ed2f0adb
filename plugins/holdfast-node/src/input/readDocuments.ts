import { BrokenDocument, InputDocument } from './InputDocument';
import { readJson } from './readJson';
import { readYaml } from './readYaml';

/**
 * Reads the documents of a file: JSON where it begins as JSON does, YAML otherwise. What looks like JSON and is YAML all the same (keys without
 * quotes, several documents) is read as that, unless it is called JSON.
 *
 * @public
 */
export function* readDocuments(options: {
  file: string;
  text: string;
}): Generator<InputDocument | BrokenDocument> {
  const { file, text } = options;
  const isYaml = /\.ya?ml$/i.test(file);
  if (/\.json$/i.test(file) || (!isYaml && /^\s*[{[](?!\{)/.test(text))) {
    yield* readJson(text);
  } else if (isYaml && /^\s*\{\s*"/.test(text) && isJson(text)) {
    // JSON is read ten times as fast by a parser of its own.
    yield* readJson(text);
  } else {
    yield* readYaml(text);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
