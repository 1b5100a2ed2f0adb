import { Engines } from '../engine';
import { isForeignName } from './foreignFiles';
import { isBroken } from './InputDocument';
import { ObjectCollector } from './ObjectCollector';
import { readDocuments } from './readDocuments';

/**
 * Reads the objects and entities of some texts, each once. What cannot be read is among the problems, and hides nothing else.
 *
 * @param options - `file` is what a text is called in problems; by its ending JSON is told from YAML
 * @public
 */
export function collectManifests(options: {
  engines: Pick<Engines, 'resources' | 'databaseKinds'>;
  manifests: Iterable<{ file: string; text: string }>;
  /** The namespace of objects that name none. */
  namespace?: string;
}): ObjectCollector {
  const collected = ObjectCollector.create(options);
  for (const { file, text } of options.manifests) {
    if (isForeignName(file.replace(/^.*\//, ''))) {
      const message = 'is for another tool by its name, and passed over';
      collected.notices.push({ file, message });
      continue;
    }
    try {
      for (const document of readDocuments({ file, text })) {
        if (isBroken(document)) {
          collected.problems.push({ file, ...document, hidesObjects: true });
        } else {
          collected.add({ file, document, named: false });
        }
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      collected.problems.push({
        file,
        message: 'cannot be read: it is nested too deeply',
        hidesObjects: true,
      });
    }
  }
  return collected;
}
