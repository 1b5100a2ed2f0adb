import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import openapiTypescript, {
  astToString,
  COMMENT_HEADER,
} from 'openapi-typescript';
import { openapiDocumentPath } from './openapiDocumentPath';

describe('openapi.yaml', () => {
  it('is what the committed types were generated from', async () => {
    const ast = await openapiTypescript(pathToFileURL(openapiDocumentPath));
    const committed = await readFile(
      resolvePackagePath(
        '@holdfast/plugin-holdfast-common',
        'src/api/generated/schema.ts',
      ),
      'utf8',
    );

    // If this fails, run `yarn generate:api` in this package.
    expect(`${COMMENT_HEADER}${astToString(ast)}`).toBe(committed);
  });
});
