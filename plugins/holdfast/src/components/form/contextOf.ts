import {
  Provisioning,
  ProvisioningContext,
} from '@holdfast/plugin-holdfast-common';

/** What the browser knows to hold inputs to; which names are taken only the server knows. */
export function contextOf(
  provisioning: Provisioning | undefined,
): ProvisioningContext {
  return { quota: provisioning?.quota, clusters: provisioning?.clusters };
}
