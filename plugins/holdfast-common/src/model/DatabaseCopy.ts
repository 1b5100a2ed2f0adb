import { Observed } from './Evidence';
import { ObjectReference } from './ObjectReference';

/**
 * A database that follows another one, as a replica cluster in a second region does.
 *
 * @public
 */
export interface DatabaseCopy {
  /** Id of the database that follows. */
  id: string;
  object: ObjectReference;
  /** How the changes reach it: see {@link Database.follows}. */
  via: Observed<'archive' | 'streaming'>;
  /** Where it runs, where its nodes say so. */
  region?: Observed<string>;
  /** Whether it is in a state that could be promoted; absent where that cannot be told. */
  ready?: Observed<boolean>;
  /** Seconds that its replay is behind what it has received. */
  lagSeconds?: Observed<number>;
}
