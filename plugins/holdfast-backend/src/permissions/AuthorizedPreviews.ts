import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  holdfastProvisioningReadPermission,
  Preview,
  PreviewRequest,
  Provisioning,
} from '@holdfast/plugin-holdfast-common';
import { Previews } from '../provisioning/Previews';
import { RequestOptions } from '../recovery/Databases';

/**
 * Lets callers ask about databases that do not exist yet only if they may see what there is to choose from.
 */
export class AuthorizedPreviews implements Previews {
  readonly #previews: Previews;
  readonly #permissions: Pick<PermissionsService, 'authorize'>;

  static create(options: {
    previews: Previews;
    permissions: Pick<PermissionsService, 'authorize'>;
  }): AuthorizedPreviews {
    return new AuthorizedPreviews(options);
  }

  private constructor(
    options: Parameters<typeof AuthorizedPreviews.create>[0],
  ) {
    this.#previews = options.previews;
    this.#permissions = options.permissions;
  }

  async getProvisioning(options: RequestOptions): Promise<Provisioning> {
    await this.#authorize(options);
    return await this.#previews.getProvisioning(options);
  }

  async create(
    request: PreviewRequest,
    options: RequestOptions,
  ): Promise<Preview> {
    await this.#authorize(options);
    return await this.#previews.create(request, options);
  }

  async #authorize({ credentials }: RequestOptions): Promise<void> {
    const permission = holdfastProvisioningReadPermission;
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Permission '${permission.name}' is needed to see what databases could be created`,
      );
    }
  }
}
