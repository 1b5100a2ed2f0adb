import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { CallOptions } from '@holdfast/plugin-holdfast-common';

/**
 * How to call Holdfast on behalf of whoever runs the template: they see and may do what they could in the portal. A token lives for less than some
 * runs take, so this is asked again before each call.
 */
export async function callOptionsOf(
  auth: AuthService,
  context: {
    getInitiatorCredentials(): Promise<BackstageCredentials>;
    signal?: AbortSignal;
  },
): Promise<CallOptions> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await context.getInitiatorCredentials(),
    targetPluginId: 'holdfast',
  });
  return { token, signal: context.signal };
}
