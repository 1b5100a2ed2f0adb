import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of a database in permission rules and policies.
 *
 * @public
 */
export const RESOURCE_TYPE_HOLDFAST_DATABASE = 'holdfast-database';

/**
 * To see that a database exists, its verdict and its objective.
 *
 * @public
 */
export const holdfastDatabaseReadPermission = createPermission({
  name: 'holdfast.database.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HOLDFAST_DATABASE,
});

/**
 * To see the evidence of its verdict: names of objects, fields and values in the cluster.
 *
 * @public
 */
export const holdfastEvidenceReadPermission = createPermission({
  name: 'holdfast.evidence.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HOLDFAST_DATABASE,
});

/**
 * To accept findings of a database for a time.
 *
 * @public
 */
export const holdfastWaiverCreatePermission = createPermission({
  name: 'holdfast.waiver.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_HOLDFAST_DATABASE,
});

/**
 * To take away what somebody accepted, so that it counts again.
 *
 * @public
 */
export const holdfastWaiverDeletePermission = createPermission({
  name: 'holdfast.waiver.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_HOLDFAST_DATABASE,
});

/**
 * To report a restore of a database, which may prove it or put it at risk. Reading the database is not needed for it.
 *
 * @public
 */
export const holdfastReportCreatePermission = createPermission({
  name: 'holdfast.report.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_HOLDFAST_DATABASE,
});

/**
 * @public
 */
export const holdfastPermissions = [
  holdfastDatabaseReadPermission,
  holdfastEvidenceReadPermission,
  holdfastReportCreatePermission,
  holdfastWaiverCreatePermission,
  holdfastWaiverDeletePermission,
];

/**
 * To see where databases can be created and with what, and to have previews made of those that do not exist yet.
 *
 * @public
 */
export const holdfastProvisioningReadPermission = createPermission({
  name: 'holdfast.provisioning.read',
  attributes: { action: 'read' },
});
