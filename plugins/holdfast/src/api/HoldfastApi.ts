import { createApiRef } from '@backstage/core-plugin-api';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';

/**
 * What the interface asks the Holdfast backend; {@link @holdfast/plugin-holdfast-common#HoldfastClient} answers it.
 *
 * @public
 */
export type HoldfastApi = Pick<
  HoldfastClient,
  | 'listDatabases'
  | 'getDatabase'
  | 'listRecoveryPoints'
  | 'listRestores'
  | 'getProtection'
  | 'getHistory'
  | 'getDeletion'
  | 'listSharedFate'
  | 'getConnection'
  | 'getSummary'
  | 'listClusters'
  | 'getProvisioning'
  | 'createPreview'
>;

/**
 * @public
 */
export const holdfastApiRef = createApiRef<HoldfastApi>({
  id: 'plugin.holdfast.api',
});
