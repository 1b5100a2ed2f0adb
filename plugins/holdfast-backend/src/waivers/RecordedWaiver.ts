import { Waiver } from '@holdfast/plugin-holdfast-common';

/**
 * A waiver that somebody stated in the portal.
 */
export interface RecordedWaiver extends Waiver {
  id: string;
  databaseId: string;
  /** The incarnation of the database that it is about. */
  uid: string;
  by: string;
  createdAt: string;
}
