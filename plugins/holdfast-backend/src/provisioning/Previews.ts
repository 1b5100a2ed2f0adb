import {
  Preview,
  PreviewRequest,
  Provisioning,
} from '@holdfast/plugin-holdfast-common';
import { RequestOptions } from '../recovery/Databases';

/**
 * What can be asked about databases that do not exist yet.
 */
export interface Previews {
  /** What a form can offer. */
  getProvisioning(options: RequestOptions): Promise<Provisioning>;

  /**
   * What a database would attain and cost.
   *
   * @throws InputError when the request makes no sense. When it is for its inputs, the error has their `problems`.
   */
  create(request: PreviewRequest, options: RequestOptions): Promise<Preview>;
}
