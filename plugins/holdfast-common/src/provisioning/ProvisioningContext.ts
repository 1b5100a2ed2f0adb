/**
 * The most that one database may ask for, as quantities. What is left out is not limited. Sizes and resources are those of each instance.
 *
 * @public
 */
export interface ProvisioningQuota {
  instances?: number;
  cpu?: string;
  memory?: string;
  dataSize?: string;
  walSize?: string;
}

/**
 * Something that has a name already.
 *
 * @public
 */
export interface TakenName {
  name: string;
  /** What has it, in words: `the entity resource:default/orders`. */
  by: string;
  /** Where only there nothing else may have it. */
  cluster?: string;
  namespace?: string;
}

/**
 * A cluster that databases can be created in.
 *
 * @public
 */
export interface ProvisioningPlace {
  name: string;
  storageClasses: readonly { name: string }[];
}

/**
 * What inputs are held to beside their own sense. What is left out is not known, and nothing is refused because of it.
 *
 * @public
 */
export interface ProvisioningContext {
  quota?: ProvisioningQuota;
  taken?: readonly TakenName[];
  /** All there are. Empty: none could be read, and nothing is refused because of it. */
  clusters?: readonly ProvisioningPlace[];
  /** From when on the next runs of a schedule are told, in milliseconds since the epoch. */
  now?: number;
}
