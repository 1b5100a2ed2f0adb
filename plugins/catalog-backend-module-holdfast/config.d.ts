export interface Config {
  holdfast?: {
    /** Entity ref of the owner of what has no other: `group:default/platform`. */
    defaultOwner?: string;
  };
}
