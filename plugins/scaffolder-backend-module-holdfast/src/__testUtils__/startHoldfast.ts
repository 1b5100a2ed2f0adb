import {
  BackendFeature,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- in tests the real API answers
import holdfastPlugin from '@holdfast/plugin-holdfast-backend';

/** The real backend of Holdfast, without clusters, where `carts` is the name of an entity. */
export async function startHoldfast(options?: {
  config?: JsonObject;
  features?: BackendFeature[];
}): Promise<{
  backend: TestBackend;
  client: HoldfastClient;
  auth: ReturnType<typeof mockServices.auth>;
  baseUrl: string;
}> {
  const backend = await startTestBackend({
    features: [
      holdfastPlugin,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Resource',
            metadata: { name: 'carts', namespace: 'default' },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: { holdfast: { quota: { dataSize: '1Ti' } }, ...options?.config },
      }),
      ...(options?.features ?? []),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const baseUrl = `http://127.0.0.1:${port}`;
  const discoveryApi: Pick<DiscoveryService, 'getBaseUrl'> = {
    getBaseUrl: async pluginId => `${baseUrl}/api/${pluginId}`,
  };
  return {
    backend,
    client: new HoldfastClient({ discoveryApi }),
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    baseUrl,
  };
}
