import { FateKind, SharedFatePage } from '@holdfast/plugin-holdfast-common';
import { DatabaseFilter } from '../recovery/DatabaseFilter';
import { RequestOptions } from '../recovery/Databases';

/**
 * What can be asked about what goes down together.
 */
export interface SharedFates {
  /**
   * What databases and their backups stand on together, worst first. Those that a filter means are named; what none of them stands on is
   * left out; the others are counted.
   *
   * @throws InputError when the cursor was made for another question.
   */
  list(
    request: {
      kinds?: readonly FateKind[];
      filter?: DatabaseFilter;
      limit: number;
      cursor?: string;
    },
    options: RequestOptions,
  ): Promise<SharedFatePage>;
}
