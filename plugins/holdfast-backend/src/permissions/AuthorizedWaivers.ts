import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { PolicyDecision } from '@backstage/plugin-permission-common';
import {
  holdfastWaiverCreatePermission,
  holdfastWaiverDeletePermission,
  WaiverAnswer,
  WaiverRequest,
} from '@holdfast/plugin-holdfast-common';
import { DatabaseResource } from './databaseResourceRef';
import { Databases, RequestOptions } from '../recovery/Databases';
import { Waivers } from '../waivers/Waivers';

/**
 * Lets callers waive what their permissions allow. Who may not read a database may not waive anything of it either.
 */
export class AuthorizedWaivers implements Waivers {
  readonly #waivers: Waivers;
  readonly #databases: Pick<Databases, 'get'>;
  readonly #permissions: Pick<PermissionsService, 'authorizeConditional'>;
  readonly #isAllowed: (
    decision: PolicyDecision,
    resource: DatabaseResource | undefined,
  ) => boolean;

  /**
   * @param options - `databases` checks whether they may be read
   */
  static create(options: {
    waivers: Waivers;
    databases: Pick<Databases, 'get'>;
    permissions: Pick<PermissionsService, 'authorizeConditional'>;
    isAllowed: (
      decision: PolicyDecision,
      resource: DatabaseResource | undefined,
    ) => boolean;
  }): AuthorizedWaivers {
    return new AuthorizedWaivers(options);
  }

  private constructor(options: Parameters<typeof AuthorizedWaivers.create>[0]) {
    this.#waivers = options.waivers;
    this.#databases = options.databases;
    this.#permissions = options.permissions;
    this.#isAllowed = options.isAllowed;
  }

  async create(
    request: WaiverRequest & { databaseId: string; by: string },
    options: RequestOptions,
  ): Promise<WaiverAnswer> {
    await this.#authorize(
      holdfastWaiverCreatePermission,
      request.databaseId,
      options,
    );
    return await this.#waivers.create(request, options);
  }

  async delete(
    request: { databaseId: string; id: string },
    options: RequestOptions,
  ): Promise<void> {
    await this.#authorize(
      holdfastWaiverDeletePermission,
      request.databaseId,
      options,
    );
    await this.#waivers.delete(request, options);
  }

  async #authorize(
    permission:
      | typeof holdfastWaiverCreatePermission
      | typeof holdfastWaiverDeletePermission,
    databaseId: string,
    options: RequestOptions,
  ): Promise<void> {
    const { summary } = await this.#databases.get(databaseId, options);
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials: options.credentials },
    );
    if (!this.#isAllowed(decision, summary)) {
      throw new NotAllowedError(
        `Permission '${permission.name}' is needed to change the waivers of "${databaseId}"`,
      );
    }
  }
}
