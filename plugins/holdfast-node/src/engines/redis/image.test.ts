import { engineOfImage } from './image';

describe('an image', () => {
  // Images of the operators' own examples and defaults.
  it.each([
    ['quay.io/opstree/redis:v7.0.12', 'redis'],
    ['redis:6.2.6-alpine', 'redis'],
    ['quay.io/opstree/redis:latest', 'redis'],
    ['valkey/valkey:8.1-alpine', 'valkey'],
    ['registry.local:5000/redis', 'redis'],
    ['redis:7.2@sha256:0123', 'redis'],
    [undefined, 'redis'],
  ])('%s names its server', (image, engine) => {
    expect(engineOfImage(image)).toBe(engine);
  });
});
