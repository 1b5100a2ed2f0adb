import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { builtInRules } from '@holdfast/plugin-holdfast-common';
import {
  cloudNativePgEngine,
  HoldfastExtensionPoint,
  holdfastExtensionPoint,
} from '@holdfast/plugin-holdfast-node';
import request from 'supertest';
import holdfastPlugin from '.';

jest.setTimeout(60_000);

const user = mockCredentials.user.header();

async function start(options?: {
  config?: JsonObject;
  features?: BackendFeature[];
}) {
  return await startTestBackend({
    features: [
      holdfastPlugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { holdfast: options?.config ?? {} },
      }),
      ...(options?.features ?? []),
    ],
  });
}

function moduleThat(extend: (holdfast: HoldfastExtensionPoint) => void) {
  return createBackendModule({
    pluginId: 'holdfast',
    moduleId: 'test',
    register(env) {
      env.registerInit({
        deps: { holdfast: holdfastExtensionPoint },
        async init({ holdfast }) {
          extend(holdfast);
        },
      });
    },
  });
}

describe('holdfastPlugin', () => {
  it('serves an API, to those who are signed in', async () => {
    const backend = await start();
    const { server } = backend;

    const clusters = await request(server)
      .get('/api/holdfast/clusters')
      .set('Authorization', user);
    expect(clusters.status).toBe(200);
    expect(clusters.body).toEqual({ items: [], totalItems: 0 });

    const anonymous = await request(server)
      .get('/api/holdfast/databases')
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);

    await backend.stop();
  });

  it.each<[string, JsonObject, string]>([
    [
      'an owner',
      { defaultOwner: 'the platform team:x:y' },
      `holdfast.defaultOwner is 'the platform team:x:y'`,
    ],
    [
      'a metrics source',
      { metrics: [{ clusters: ['eu'], url: 'prometheus:9090' }] },
      `holdfast.metrics[0].url is 'prometheus:9090'`,
    ],
    [
      'two metrics sources of one cluster',
      {
        metrics: [
          { clusters: ['eu'], url: 'http://a' },
          { clusters: ['us', 'eu'], url: 'http://b' },
        ],
      },
      `holdfast.metrics[1].clusters names 'eu'`,
    ],
    [
      'a tier',
      { objectives: { tiers: { gold: { rpo: 'soon' } } } },
      'holdfast.objectives.tiers.gold.rpo',
    ],
    [
      'an interval',
      { metricsInterval: { milliseconds: 10 } },
      'holdfast.metricsInterval is 10 ms',
    ],
  ])(
    'refuses to start with %s that cannot be used',
    async (_, config, text) => {
      await expect(start({ config })).rejects.toThrow(text);
    },
  );

  it('refuses engines and rules that are there already', async () => {
    await expect(
      start({
        features: [
          moduleThat(holdfast => holdfast.addEngine(cloudNativePgEngine)),
        ],
      }),
    ).rejects.toThrow(`two engines 'cloudnative-pg'`);
    await expect(
      start({
        features: [moduleThat(holdfast => holdfast.addRule(builtInRules[0]))],
      }),
    ).rejects.toThrow(`There is a rule '${builtInRules[0].id}' already`);
  });
});
