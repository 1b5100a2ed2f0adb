import { KubernetesObject } from '../engine';
import { brokenVariants, changed, deepFreeze, withNoise } from './mutations';

const object: KubernetesObject = {
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'a', namespace: 'shop', uid: '1', labels: { x: 'y' } },
  spec: { plugins: [{ name: 'p' }, { name: 'q' }] },
};

describe('changed', () => {
  it('sets, makes and removes', () => {
    expect(changed(object, ['spec', 'plugins', 1, 'name'], 7).spec).toEqual({
      plugins: [{ name: 'p' }, { name: 7 }],
    });
    expect(changed(object, ['status', 'phase'], 'x').status).toEqual({
      phase: 'x',
    });
    expect(changed(object, ['spec', 'plugins', 0], undefined).spec).toEqual({
      plugins: [{ name: 'q' }],
    });
  });

  it('leaves the original as it is', () => {
    expect(() =>
      changed(deepFreeze(structuredClone(object)), ['spec'], 1),
    ).not.toThrow();
  });
});

it('breaks every field but those that an API server always sends', () => {
  const fields = new Set(
    Array.from(brokenVariants(object), ({ change }) =>
      change.replace(/^without | = .*$/g, ''),
    ),
  );
  expect([...fields]).toEqual([
    'metadata.labels',
    'metadata.labels.x',
    'spec',
    'spec.plugins',
    'spec.plugins.0',
    'spec.plugins.0.name',
    'spec.plugins.1',
    'spec.plugins.1.name',
  ]);
});

it('makes noise of several kinds', () => {
  const noisy = withNoise({
    ...object,
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  });
  expect(noisy).toMatchObject({
    metadata: { resourceVersion: expect.any(String), labels: { x: 'y' } },
    status: { conditions: [{ lastHeartbeatTime: expect.any(String) }] },
  });
  expect(noisy.metadata).toHaveProperty('managedFields');
});
