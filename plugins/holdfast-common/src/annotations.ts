/** @public */
export const ANNOTATION_PREFIX = 'holdfast.io/';

/**
 * On an entity: the cluster of its database, by the name it is configured under.
 *
 * @public
 */
export const ANNOTATION_CLUSTER = 'holdfast.io/cluster';

/**
 * On an entity: the namespace of its database.
 *
 * @public
 */
export const ANNOTATION_NAMESPACE = 'holdfast.io/namespace';

/**
 * On an entity: the kind of its database with the group, `Cluster.postgresql.cnpg.io`.
 *
 * @public
 */
export const ANNOTATION_KIND = 'holdfast.io/kind';

/**
 * On an entity: the name of its database's object.
 *
 * @public
 */
export const ANNOTATION_NAME = 'holdfast.io/name';

/**
 * On an entity: it was made from an object that Holdfast found, and is no repository's claim to it.
 *
 * @public
 */
export const ANNOTATION_DISCOVERED = 'holdfast.io/discovered';

/**
 * On a Kubernetes object that describes a backup store: the age at which a lifecycle rule of the bucket itself deletes objects, ISO 8601 or `30d`.
 *
 * @public
 */
export const ANNOTATION_LIFECYCLE_EXPIRY = 'holdfast.io/lifecycle-expiry';
