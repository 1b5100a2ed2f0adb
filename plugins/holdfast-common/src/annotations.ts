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

/**
 * On a Kubernetes object that describes a backup store: the region that its bucket lies in, by the name that the nodes of a cluster there are
 * labelled with.
 *
 * @public
 */
export const ANNOTATION_STORE_REGION = 'holdfast.io/store-region';

/**
 * On a Kubernetes object or its namespace: the entity ref of the owner, `group:default/checkout`.
 *
 * @public
 */
export const ANNOTATION_OWNER = 'holdfast.io/owner';

/**
 * On a Kubernetes object: the entity that stands for it, `resource:default/orders-database`.
 *
 * @public
 */
export const ANNOTATION_ENTITY_REF = 'holdfast.io/entity-ref';

/**
 * On a Kubernetes object: the repository and the path that it is applied from, so that a fix can be a pull request.
 *
 * @public
 */
export const ANNOTATION_SOURCE = 'holdfast.io/source';

/**
 * On an entity or a Kubernetes object: the named set of objectives that holds, `gold`. Single objectives are stated beside it; their
 * names are those of `ObjectiveKey`.
 *
 * @public
 */
export const ANNOTATION_TIER = 'holdfast.io/tier';

/**
 * On an entity or a Kubernetes object: why nothing need be restorable.
 *
 * @public
 */
export const ANNOTATION_EXEMPT = 'holdfast.io/exempt';

/**
 * On an entity or a Kubernetes object: findings that are accepted for a time, one a line or parted by semicolons,
 * `placement/single-instance until 2027-01-31: a test system`. A day counts to its end in UTC.
 *
 * @public
 */
export const ANNOTATION_WAIVE = 'holdfast.io/waive';

/**
 * On a Kubernetes object or an entity: until when a database that was taken out of service is kept asleep before it is deleted, an ISO 8601 date.
 *
 * @public
 */
export const ANNOTATION_HOLD_UNTIL = 'holdfast.io/hold-until';

/**
 * On the entity of a database that is taken out of service: the step that was merged last, a `DecommissionStage`.
 *
 * @public
 */
export const ANNOTATION_DECOMMISSION = 'holdfast.io/decommission';

/**
 * On the entity of a backup storage: until when the backups of a database that was taken out of service are wanted, an ISO 8601 date.
 *
 * @public
 */
export const ANNOTATION_KEEP_UNTIL = 'holdfast.io/keep-until';

/**
 * On a Kubernetes object: what a restored copy is for, `drill` or `restore`. A copy is evidence for its source and gets no page.
 *
 * @public
 */
export const LABEL_PURPOSE = 'holdfast.io/purpose';

/**
 * On a ConfigMap or a pod: it holds a report of a restore, in whatever of the known formats.
 *
 * @public
 */
export const LABEL_REPORT = 'holdfast.io/report';

/**
 * On what practises restores and on what reports them: the database that it is about, `Cluster.postgresql.cnpg.io/orders`, in its own namespace. Needed
 * where a report does not name it.
 *
 * @public
 */
export const ANNOTATION_DATABASE = 'holdfast.io/database';

/**
 * On a ConfigMap or a pod whose report has the results of several drills: the one that is about the database.
 *
 * @public
 */
export const ANNOTATION_DRILL = 'holdfast.io/drill';
