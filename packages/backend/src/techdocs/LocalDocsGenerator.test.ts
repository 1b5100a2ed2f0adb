import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ForwardedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { TechdocsGenerator } from '@backstage/plugin-techdocs-node';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createLogger } from 'winston';
import { LocalDocsGenerator } from './LocalDocsGenerator';

/** What Node says of a program, run with nothing on the path but one folder. The generator takes the path of this process, which a test cannot change. */
async function failureOf(program: string, folder: string): Promise<unknown> {
  return promisify(execFile)(program, ['build'], {
    env: { PATH: folder },
  }).then(
    () => undefined,
    error => error,
  );
}

describe('LocalDocsGenerator', () => {
  const folder = createMockDirectory();
  afterEach(() => jest.restoreAllMocks());

  function make(failure: unknown) {
    jest
      .spyOn(TechdocsGenerator.prototype, 'run')
      .mockRejectedValue(
        new ForwardedError('Failed to generate docs from in into out', failure),
      );
    const config = mockServices.rootConfig({
      data: { techdocs: { generator: { runIn: 'local' } } },
    });
    return new LocalDocsGenerator({
      config,
      logger: mockServices.logger.mock(),
      scmIntegrations: ScmIntegrations.fromConfig(config),
    }).run({
      inputDir: folder.resolve('in'),
      outputDir: folder.resolve('out'),
      logger: createLogger({ silent: true }),
    });
  }

  it('says what to install where there is no mkdocs', async () => {
    const failure = await failureOf('mkdocs', folder.path);
    await expect(make(failure)).rejects.toThrow(
      /there is no mkdocs on the machine .* Run "pip install mkdocs-techdocs-core"/,
    );
  });

  it('leaves other failures as they are', async () => {
    const missing = await failureOf('git', folder.path);
    await expect(make(missing)).rejects.toThrow(/^Failed to generate docs/);
    const failing = await failureOf(process.execPath, folder.path);
    await expect(make(failing)).rejects.toThrow(/^Failed to generate docs/);
  });
});
