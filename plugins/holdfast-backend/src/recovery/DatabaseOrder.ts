/**
 * What databases are listed by. Ties are broken by id.
 */
export interface DatabaseOrder {
  field: 'verdict' | 'name' | 'attainedRpo' | 'owner' | 'cluster';
  direction: 'asc' | 'desc';
}

/**
 * A place in a list: behind the database with this value and id.
 */
export interface DatabasePosition {
  value: string | number;
  id: string;
}
