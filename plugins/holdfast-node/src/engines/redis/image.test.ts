import { engineOfImage, versionOfImage } from './image';

describe('an image', () => {
  // Images of the operators' own examples and defaults.
  it.each([
    ['quay.io/opstree/redis:v7.0.12', 'redis', '7.0.12'],
    ['redis:6.2.6-alpine', 'redis', '6.2.6'],
    ['quay.io/opstree/redis:latest', 'redis', undefined],
    ['valkey/valkey:8.1-alpine', 'valkey', '8.1'],
    ['registry.local:5000/redis', 'redis', undefined],
    ['redis:7.2@sha256:0123', 'redis', '7.2'],
    [undefined, 'redis', undefined],
  ])('%s names its server', (image, engine, version) => {
    expect(engineOfImage(image)).toBe(engine);
    expect(versionOfImage(image)).toBe(version);
  });
});
