import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';

/**
 * The ways of the Kubernetes plugin to get at credentials that work without a user. Those that it hands on from the user who looks at a
 * page, such as `google`, `aks` and `oidc`, cannot be used by what reads when nobody looks.
 */
export const AUTH_PROVIDERS = [
  'serviceAccount',
  'aws',
  'azure',
  'googleServiceAccount',
  'localKubectlProxy',
] as const;

/** One of {@link AUTH_PROVIDERS}. */
export type AuthProvider = (typeof AUTH_PROVIDERS)[number];

/**
 * Gets a strategy of the Kubernetes plugin. It is loaded only now, as the SDKs of three clouds come with it: they take 3 s and 90 MB.
 */
export async function loadAuthStrategy(options: {
  provider: AuthProvider;
  config: Config;
  logger: LoggerService;
}): Promise<AuthenticationStrategy> {
  const { provider, config, logger } = options;
  const strategies = await import('@backstage/plugin-kubernetes-backend');
  switch (provider) {
    case 'aws':
      return new strategies.AwsIamStrategy({ config });
    case 'azure':
      return new strategies.AzureIdentityStrategy(logger);
    case 'googleServiceAccount':
      return new strategies.GoogleServiceAccountStrategy({ config });
    case 'localKubectlProxy':
      return new strategies.AnonymousStrategy();
    default:
      return new strategies.ServiceAccountStrategy();
  }
}
