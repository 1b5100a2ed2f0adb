import { WaiverAnswer, WaiverRequest } from '@holdfast/plugin-holdfast-common';
import { RequestOptions } from '../recovery/Databases';

/**
 * What can be done about the waivers of a database.
 */
export interface Waivers {
  /**
   * Accepts the findings of a rule for a time.
   *
   * @param request - `by` is the entity ref of who says so
   * @throws InputError that names the field, its value and what would be right, ConflictError when one of that rule holds already,
   * NotFoundError when there is no database of that id
   */
  create(
    request: WaiverRequest & { databaseId: string; by: string },
    options: RequestOptions,
  ): Promise<WaiverAnswer>;

  /** @throws NotFoundError when the database has no waiver of that id. */
  delete(
    request: { databaseId: string; id: string },
    options: RequestOptions,
  ): Promise<void>;
}
