import { DeclaredAnnotations } from '@holdfast/plugin-holdfast-common';

/**
 * A catalog entity that says that it stands for a database.
 */
export interface Claim {
  entityRef: string;
  databaseId: string;
  /** Holdfast made the entity itself: it stands for the database, and says nothing new about it. */
  discovered: boolean;
  /** Entity refs, where the entity names them. */
  owner?: string;
  system?: string;
  /** `holdfast.io/` annotations of the entity. */
  annotations: DeclaredAnnotations;
}

/**
 * What a System or an owner in the catalog asks for its databases.
 */
export interface StatedObjectives {
  entityRef: string;
  /** Its `holdfast.io/` annotations. */
  annotations: DeclaredAnnotations;
}
