import { isError, ServiceUnavailableError } from '@backstage/errors';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';

/** Makes pages as TechDocs does, and says on the page what to install where the machine lacks it: it is no part of the portal. */
export class LocalDocsGenerator extends TechdocsGenerator {
  /**
   * @throws ServiceUnavailableError saying what to install, where there is no mkdocs
   */
  async run(options: GeneratorRunOptions): Promise<void> {
    try {
      await super.run(options);
    } catch (error) {
      if (!isAbsence(error)) throw error;
      throw new ServiceUnavailableError(
        'there is no mkdocs on the machine that runs this portal, so documentation cannot be turned into pages. ' +
          'Run "pip install mkdocs-techdocs-core" there, or start the portal with PATH="$(tools/techdocs.sh):$PATH"; then load this page again. ' +
          'The text itself is in the docs/ folder of the repository.',
      );
    }
  }
}

/** That a program could not be found is at the end of a chain of causes. */
function isAbsence(error: unknown): boolean {
  if (!isError(error)) return false;
  if (error.code === 'ENOENT' && error.syscall === 'spawn mkdocs') return true;
  return isAbsence(error.cause);
}
