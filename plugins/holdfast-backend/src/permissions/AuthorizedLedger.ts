import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  databaseIdOf,
  holdfastReportCreatePermission,
  RestoreEntry,
  RestorePage,
  RestoreReport,
} from '@holdfast/plugin-holdfast-common';
import { Databases, RequestOptions } from '../recovery/Databases';
import { Ledger, ReportedInCluster } from '../recovery/ledger/Ledger';
import { DatabaseResource } from './databaseResourceRef';

/**
 * Lets callers report restores of the databases that their permissions allow, and see the restores of those that they may read. To report, nobody
 * needs to read: a token of a drill can do the one and not the other.
 */
export class AuthorizedLedger implements Ledger {
  readonly #ledger: Ledger;
  readonly #databases: Pick<Databases, 'get'>;
  readonly #permissions: Pick<PermissionsService, 'authorizeConditional'>;
  readonly #findResource: (id: string) => Promise<DatabaseResource | undefined>;
  readonly #isAllowed: (
    decision: PolicyDecision,
    resource: DatabaseResource | undefined,
  ) => boolean;

  /**
   * @param options - `databases` checks whether they, and their evidence, may be read
   */
  static create(options: {
    ledger: Ledger;
    databases: Pick<Databases, 'get'>;
    permissions: Pick<PermissionsService, 'authorizeConditional'>;
    findResource: (id: string) => Promise<DatabaseResource | undefined>;
    isAllowed: (
      decision: PolicyDecision,
      resource: DatabaseResource | undefined,
    ) => boolean;
  }): AuthorizedLedger {
    return new AuthorizedLedger(options);
  }

  private constructor(options: Parameters<typeof AuthorizedLedger.create>[0]) {
    this.#ledger = options.ledger;
    this.#databases = options.databases;
    this.#permissions = options.permissions;
    this.#findResource = options.findResource;
    this.#isAllowed = options.isAllowed;
  }

  /** Who may report of some databases only is not told which others there are. */
  async report(
    request: { report: RestoreReport & ReportedInCluster; reportedBy: string },
    options: RequestOptions,
  ): Promise<{ entry: RestoreEntry; created: boolean }> {
    const permission = holdfastReportCreatePermission;
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials: options.credentials },
    );
    const id = databaseIdOf(request.report.database);
    if (
      decision.result !== AuthorizeResult.ALLOW &&
      !this.#isAllowed(decision, await this.#findResource(id))
    ) {
      throw new NotAllowedError(
        `Permission '${permission.name}' is needed to report restores of "${id}"`,
      );
    }
    return await this.#ledger.report(request, options);
  }

  async list(
    request: { id: string; limit: number; cursor?: string },
    options: RequestOptions,
  ): Promise<RestorePage> {
    const { evidenceHidden } = await this.#databases.get(request.id, options);
    const page = await this.#ledger.list(request, options);
    return evidenceHidden
      ? { ...page, items: page.items.map(hideEvidence), evidenceHidden }
      : page;
  }
}

/** That it was restored, when, by what and how it came out is no evidence; what it was restored from and to, and what was found in it, is. */
function hideEvidence(entry: RestoreEntry): RestoreEntry {
  const { target, backup, failure, checks, ...rest } = entry;
  return {
    ...rest,
    checks: checks.map(({ name, passed }) => ({ name, passed })),
    evidence: [],
  };
}
