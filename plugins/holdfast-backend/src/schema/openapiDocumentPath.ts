import { resolvePackagePath } from '@backstage/backend-plugin-api';

/**
 * Where the OpenAPI document of the Holdfast API lies. It is published as it was written.
 */
export const openapiDocumentPath = resolvePackagePath(
  '@holdfast/plugin-holdfast-backend',
  'src/schema/openapi.yaml',
);
