import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  ClusterState,
  DatabaseConnection,
  DatabaseDeletion,
  DatabaseDetail,
  DatabasePage,
  DatabaseProtection,
  FleetSummary,
  HistoryPage,
  holdfastDatabaseReadPermission,
  holdfastEvidenceReadPermission,
  RecoveryPointPage,
} from '@holdfast/plugin-holdfast-common';
import {
  allOf,
  DatabaseCondition,
  DatabaseFilter,
} from '../recovery/DatabaseFilter';
import {
  Databases,
  ListDatabasesRequest,
  RequestOptions,
} from '../recovery/Databases';
import { DatabaseResource } from './databaseResourceRef';
import {
  hideDeletionEvidence,
  hideDetailEvidence,
  hideProtectionEvidence,
  hideSummaryEvidence,
} from './hideEvidence';

interface Decisions {
  read: PolicyDecision;
  evidence: PolicyDecision;
}

/**
 * Lets callers see what their permissions allow: databases that they may not read are not in any list or number, and evidence that
 * they may not read is left out.
 */
export class AuthorizedDatabases implements Databases {
  readonly #databases: Databases;
  readonly #permissions: Pick<PermissionsService, 'authorizeConditional'>;
  readonly #transformConditions: ConditionTransformer<DatabaseCondition>;
  readonly #isAllowed: (
    decision: PolicyDecision,
    resource: DatabaseResource | undefined,
  ) => boolean;

  static create(options: {
    databases: Databases;
    permissions: Pick<PermissionsService, 'authorizeConditional'>;
    transformConditions: ConditionTransformer<DatabaseCondition>;
    isAllowed: (
      decision: PolicyDecision,
      resource: DatabaseResource | undefined,
    ) => boolean;
  }): AuthorizedDatabases {
    return new AuthorizedDatabases(options);
  }

  private constructor(
    options: Parameters<typeof AuthorizedDatabases.create>[0],
  ) {
    this.#databases = options.databases;
    this.#permissions = options.permissions;
    this.#transformConditions = options.transformConditions;
    this.#isAllowed = options.isAllowed;
  }

  async list(
    request: ListDatabasesRequest,
    options: RequestOptions,
  ): Promise<DatabasePage> {
    const { read, evidence } = await this.#decide(options);
    if (read.result === AuthorizeResult.DENY) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const page = await this.#databases.list(
      { ...request, filter: this.#filterOf(read, request.filter) },
      options,
    );
    return {
      ...page,
      items: page.items.map(item =>
        this.#isAllowed(evidence, item) ? item : hideSummaryEvidence(item),
      ),
    };
  }

  async get(id: string, options: RequestOptions): Promise<DatabaseDetail> {
    const decisions = await this.#decide(options);
    const detail = await this.#getReadable(id, decisions.read, options);
    return this.#isAllowed(decisions.evidence, detail.summary)
      ? detail
      : hideDetailEvidence(detail);
  }

  async listRecoveryPoints(
    request: { id: string; limit: number; cursor?: string },
    options: RequestOptions,
  ): Promise<RecoveryPointPage> {
    const decisions = await this.#decide(options);
    const { summary } = await this.#getReadable(
      request.id,
      decisions.read,
      options,
    );
    if (!this.#isAllowed(decisions.evidence, summary)) {
      throw new NotAllowedError(
        `Recovery points are evidence: permission '${holdfastEvidenceReadPermission.name}' is needed to see those of "${request.id}"`,
      );
    }
    return await this.#databases.listRecoveryPoints(request, options);
  }

  /**
   * Asks for no more than reading the database: names of Services and Secrets are what it takes to use it, follow from its name by the operator's
   * convention, and open nothing. What a Secret holds is Kubernetes' to guard.
   */
  async getConnection(
    id: string,
    options: RequestOptions,
  ): Promise<DatabaseConnection> {
    const { read } = await this.#decide(options);
    await this.#getReadable(id, read, options);
    return await this.#databases.getConnection(id, options);
  }

  /** A history of verdicts asks for no more than the verdict. */
  async getHistory(
    request: { id: string; limit: number; cursor?: string },
    options: RequestOptions,
  ): Promise<HistoryPage> {
    const { read } = await this.#decide(options);
    await this.#getReadable(request.id, read, options);
    return await this.#databases.getHistory(request, options);
  }

  /** Names of claims and stores are no secret to who may read the database; what was read to tell is evidence. */
  async getDeletion(
    id: string,
    options: RequestOptions,
  ): Promise<DatabaseDeletion> {
    const { read, evidence } = await this.#decide(options);
    const { summary } = await this.#getReadable(id, read, options);
    const deletion = await this.#databases.getDeletion(id, options);
    return this.#isAllowed(evidence, summary)
      ? deletion
      : hideDeletionEvidence(deletion);
  }

  /** How the bytes are held is the verdict in more words; which object says so is evidence. */
  async getProtection(
    id: string,
    options: RequestOptions,
  ): Promise<DatabaseProtection> {
    const { read, evidence } = await this.#decide(options);
    const { summary } = await this.#getReadable(id, read, options);
    const protection = await this.#databases.getProtection(id, options);
    return this.#isAllowed(evidence, summary)
      ? protection
      : hideProtectionEvidence(protection);
  }

  async summarise(
    request: { filter?: DatabaseFilter },
    options: RequestOptions,
  ): Promise<FleetSummary> {
    const { read } = await this.#decide(options);
    if (read.result === AuthorizeResult.DENY) {
      return {
        totalItems: 0,
        byVerdict: {},
        byEngine: {},
        byCluster: {},
        byOwner: {},
        stale: 0,
      };
    }
    return await this.#databases.summarise(
      { filter: this.#filterOf(read, request.filter) },
      options,
    );
  }

  async listClusters(
    request: { filter?: DatabaseFilter },
    options: RequestOptions,
  ): Promise<ClusterState[]> {
    const { read } = await this.#decide(options);
    if (read.result === AuthorizeResult.DENY) {
      return [];
    }
    const clusters = await this.#databases.listClusters(
      { filter: this.#filterOf(read, request.filter) },
      options,
    );
    // Who may not see all databases is told of the clusters that theirs are in, and no others.
    return read.result === AuthorizeResult.ALLOW
      ? clusters
      : clusters.filter(({ databases }) => databases > 0);
  }

  async #decide(options: RequestOptions): Promise<Decisions> {
    const [read, evidence] = await this.#permissions.authorizeConditional(
      [
        { permission: holdfastDatabaseReadPermission },
        { permission: holdfastEvidenceReadPermission },
      ],
      { credentials: options.credentials },
    );
    return { read, evidence };
  }

  async #getReadable(
    id: string,
    read: PolicyDecision,
    options: RequestOptions,
  ): Promise<DatabaseDetail> {
    const refusal = new NotAllowedError(
      `Permission '${holdfastDatabaseReadPermission.name}' is needed to see "${id}"`,
    );
    if (read.result === AuthorizeResult.DENY) {
      throw refusal;
    }
    const detail = await this.#databases.get(id, options);
    if (!this.#isAllowed(read, detail.summary)) {
      throw refusal;
    }
    return detail;
  }

  #filterOf(
    read: PolicyDecision,
    filter: DatabaseFilter | undefined,
  ): DatabaseFilter | undefined {
    return read.result === AuthorizeResult.CONDITIONAL
      ? allOf(filter, this.#transformConditions(read.conditions))
      : filter;
  }
}
