import { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';
import { AuthProvider } from './loadAuthStrategy';

/**
 * The strategy of providers that have nothing to find out: the token stands in the configuration, or none is wanted.
 */
export function fixedStrategyOf(
  provider: AuthProvider,
  serviceAccountToken: string | undefined,
): AuthenticationStrategy | undefined {
  const fixed = { validateCluster: () => [], presentAuthMetadata: () => ({}) };
  if (provider === 'localKubectlProxy') {
    return { ...fixed, getCredential: async () => ({ type: 'anonymous' }) };
  }
  if (provider === 'serviceAccount' && serviceAccountToken) {
    return {
      ...fixed,
      getCredential: async () => ({
        type: 'bearer token',
        token: serviceAccountToken,
      }),
    };
  }
  return undefined;
}
