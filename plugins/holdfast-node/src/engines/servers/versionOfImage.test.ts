import { versionOfImage } from './versionOfImage';

describe('versionOfImage', () => {
  // Images of the operators' own examples and defaults.
  it.each([
    ['quay.io/opstree/redis:v7.0.12', '7.0.12'],
    ['redis:6.2.6-alpine', '6.2.6'],
    ['quay.io/opstree/redis:latest', undefined],
    ['valkey/valkey:8.1-alpine', '8.1'],
    ['registry.local:5000/redis', undefined],
    ['redis:7.2@sha256:0123', '7.2'],
    ['percona/percona-xtradb-cluster:8.0.42-33.1', '8.0.42'],
    ['docker-registry1.mariadb.com/library/mariadb:11.8.2', '11.8.2'],
    [undefined, undefined],
  ])('%s', (image, version) => {
    expect(versionOfImage(image)).toBe(version);
  });
});
