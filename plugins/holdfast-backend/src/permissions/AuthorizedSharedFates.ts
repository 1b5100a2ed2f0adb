import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  holdfastDatabaseReadPermission,
  SharedFatePage,
} from '@holdfast/plugin-holdfast-common';
import { SharedFates } from '../fates/SharedFates';
import { allOf, DatabaseCondition } from '../recovery/DatabaseFilter';
import { RequestOptions } from '../recovery/Databases';

/**
 * Names callers the databases that they may read, and tells of nothing that none of those stands on. That others go down with them is told by
 * number: it is what makes the loss of a thing as bad as it is.
 */
export class AuthorizedSharedFates implements SharedFates {
  readonly #sharedFates: SharedFates;
  readonly #permissions: Pick<PermissionsService, 'authorizeConditional'>;
  readonly #transformConditions: ConditionTransformer<DatabaseCondition>;

  static create(options: {
    sharedFates: SharedFates;
    permissions: Pick<PermissionsService, 'authorizeConditional'>;
    transformConditions: ConditionTransformer<DatabaseCondition>;
  }): AuthorizedSharedFates {
    return new AuthorizedSharedFates(options);
  }

  private constructor(
    options: Parameters<typeof AuthorizedSharedFates.create>[0],
  ) {
    this.#sharedFates = options.sharedFates;
    this.#permissions = options.permissions;
    this.#transformConditions = options.transformConditions;
  }

  async list(
    request: Parameters<SharedFates['list']>[0],
    options: RequestOptions,
  ): Promise<SharedFatePage> {
    const [read]: PolicyDecision[] =
      await this.#permissions.authorizeConditional(
        [{ permission: holdfastDatabaseReadPermission }],
        { credentials: options.credentials },
      );
    if (read.result === AuthorizeResult.DENY) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const filter =
      read.result === AuthorizeResult.CONDITIONAL
        ? allOf(request.filter, this.#transformConditions(read.conditions))
        : request.filter;
    return await this.#sharedFates.list({ ...request, filter }, options);
  }
}
