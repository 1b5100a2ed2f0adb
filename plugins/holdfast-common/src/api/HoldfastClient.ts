import { ResponseError } from '@backstage/errors';
import createClient from 'openapi-fetch';
import { FateKind } from '../recovery';
import { components, paths } from './generated/schema';

type Schemas = components['schemas'];

/** @public */
export type DatabaseSummary = Schemas['DatabaseSummary'];
/** @public */
export type DatabaseDetail = Schemas['DatabaseDetail'];
/** @public */
export type DatabasePage = Schemas['DatabasePage'];
/** @public */
export type DatabaseConnection = Schemas['DatabaseConnection'];
/** @public */
export type DatabaseDeletion = Schemas['DatabaseDeletion'];
/** @public */
export type DatabaseProtection = Schemas['DatabaseProtection'];
/** @public */
export type SharedFatePage = Schemas['SharedFatePage'];
/** @public */
export type RecoveryPointPage = Schemas['RecoveryPointPage'];
/** @public */
export type HistoryPage = Schemas['HistoryPage'];
/** @public */
export type AttainmentWindow = Schemas['AttainmentWindow'];
/** @public */
export type AttainmentAnswer = Schemas['Attainment'];
/** @public */
export type WaiverAnswer = Schemas['Waiver'];
/** @public */
export type WaiverRequest = Schemas['WaiverRequest'];
/** @public */
export type RuleList = Schemas['RuleList'];
/** @public */
export type RestoreEntry = Schemas['RestoreEntry'];
/** @public */
export type RestorePage = Schemas['RestorePage'];
/** @public */
export type FleetSummary = Schemas['FleetSummary'];
/** @public */
export type ClusterState = Schemas['ClusterState'];
/** @public */
export type ChangePage = Schemas['ChangePage'];
/** @public */
export type InventoryItem = Schemas['InventoryItem'];
/** @public */
export type InventoryPage = Schemas['InventoryPage'];
/** @public */
export type Provisioning = Schemas['Provisioning'];
/** @public */
export type ProvisioningCluster = Schemas['ProvisioningCluster'];
/** @public */
export type StorageClassChoice = Schemas['StorageClassChoice'];
/** @public */
export type Preview = Schemas['Preview'];
/** @public */
export type PreviewedDatabase = Schemas['PreviewedDatabase'];
/** @public */
export type TierPreview = Schemas['TierPreview'];

/**
 * What to ask a preview for: `inputs` or `manifests`.
 *
 * @public
 */
export type PreviewRequest = Schemas['PreviewRequest'];

/** @public */
export type ListDatabasesQuery = NonNullable<
  paths['/databases']['get']['parameters']['query']
>;

/**
 * Options of every call.
 *
 * @public
 */
export interface CallOptions {
  /** Backend token, where the fetch function does not add one by itself. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * The Holdfast API for browser and server. Every call throws a ResponseError when the answer is a problem.
 *
 * @public
 */
export class HoldfastClient {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi?.fetch ?? fetch;
  }

  /** Lists databases, worst first unless asked otherwise. */
  async listDatabases(
    query: ListDatabasesQuery = {},
    options?: CallOptions,
  ): Promise<DatabasePage> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases', {
      params: { query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** One database with its assessment; the id is not encoded. */
  async getDatabase(
    id: string,
    options?: CallOptions,
  ): Promise<DatabaseDetail> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases/{id}', {
      params: { path: { id } },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** What a database can be restored from, newest first. */
  async listRecoveryPoints(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: CallOptions,
  ): Promise<RecoveryPointPage> {
    const client = await this.#client(options);
    const { data } = await client.request(
      'get',
      '/databases/{id}/recovery-points',
      { params: { path: { id }, query }, signal: options?.signal },
    );
    return contentOf(data);
  }

  /** The restores of a database that ended, newest first, and how long those took that succeeded. */
  async listRestores(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: CallOptions,
  ): Promise<RestorePage> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases/{id}/restores', {
      params: { path: { id }, query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** Reports a restore of a database; the same report again changes nothing. */
  async createReport(
    report: Schemas['RestoreReport'],
    options?: CallOptions,
  ): Promise<RestoreEntry> {
    const client = await this.#client(options);
    const { data } = await client.request('post', '/reports', {
      body: report,
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /**
   * What becomes of a database and its backups when it leaves Git or is deleted.
   */
  async getDeletion(
    id: string,
    options?: CallOptions,
  ): Promise<DatabaseDeletion> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases/{id}/deletion', {
      params: { path: { id } },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /**
   * What each backup did with the volumes of a database, what a server in memory writes to disk, and which drills restore it.
   */
  async getProtection(
    id: string,
    options?: CallOptions,
  ): Promise<DatabaseProtection> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases/{id}/protection', {
      params: { path: { id } },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /**
   * What databases and their backups stand on together, worst first.
   */
  async listSharedFate(
    query: { kind?: FateKind[]; limit?: number; cursor?: string } = {},
    options?: CallOptions,
  ): Promise<SharedFatePage> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/shared-fate', {
      params: { query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** How to connect to a database, with Secrets by name. */
  async getConnection(
    id: string,
    options?: CallOptions,
  ): Promise<DatabaseConnection> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases/{id}/connection', {
      params: { path: { id } },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** What changed of a database and when, newest first, and for how long it attained its objectives. */
  async getHistory(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: CallOptions,
  ): Promise<HistoryPage> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/databases/{id}/history', {
      params: { path: { id }, query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** Accepts the findings of a rule for a time. People only. */
  async createWaiver(
    id: string,
    waiver: WaiverRequest,
    options?: CallOptions,
  ): Promise<WaiverAnswer> {
    const client = await this.#client(options);
    const { data } = await client.request('post', '/databases/{id}/waivers', {
      params: { path: { id } },
      body: waiver,
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** Takes a waiver of the portal away. People only. */
  async deleteWaiver(
    id: string,
    waiverId: string,
    options?: CallOptions,
  ): Promise<void> {
    const client = await this.#client(options);
    await client.request('delete', '/databases/{id}/waivers/{waiverId}', {
      params: { path: { id, waiverId } },
      signal: options?.signal,
    });
  }

  /** Every rule that databases are judged by. */
  async listRules(options?: CallOptions): Promise<RuleList> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/rules', {
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** The fleet in numbers. */
  async getSummary(
    query: { owner?: string[] } = {},
    options?: CallOptions,
  ): Promise<FleetSummary> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/summary', {
      params: { query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** How fresh the facts of every cluster are. */
  async listClusters(options?: CallOptions): Promise<ClusterState[]> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/clusters', {
      signal: options?.signal,
    });
    return contentOf(data).items;
  }

  /** Which databases changed since a sequence number. Services only. */
  async listChanges(
    query: { after: number; limit?: number },
    options?: CallOptions,
  ): Promise<ChangePage> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/changes', {
      params: { query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** Databases, backup arrangements and stores as a catalog needs them. Services only. */
  async listInventory(
    query: { limit?: number; cursor?: string; id?: string[] } = {},
    options?: CallOptions,
  ): Promise<InventoryPage> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/inventory', {
      params: { query },
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /** What a form that asks for a database can offer. */
  async getProvisioning(options?: CallOptions): Promise<Provisioning> {
    const client = await this.#client(options);
    const { data } = await client.request('get', '/provisioning', {
      signal: options?.signal,
    });
    return contentOf(data);
  }

  /**
   * What a database would attain and cost before it exists. When inputs are refused, `inputProblemsOf` tells from the error which.
   */
  async createPreview(
    request: PreviewRequest,
    options?: CallOptions,
  ): Promise<Preview> {
    const client = await this.#client(options);
    const { data } = await client.request('post', '/previews', {
      body: request,
      signal: options?.signal,
    });
    return contentOf(data);
  }

  async #client(options?: CallOptions) {
    return createClient<paths>({
      baseUrl: await this.#discovery.getBaseUrl('holdfast'),
      // Refused here and not from the client's result, which has read the body by then: it says what is wrong.
      fetch: async request => {
        // Taken apart, since the fetch of an app looks at what it is given more than once, and a Request that has a body can be read once.
        const { url, method, headers, signal } = request;
        const body = (await request.text()) || undefined;
        const response = await this.#fetch(url, {
          method,
          headers,
          signal,
          body,
        });
        if (!response.ok) throw await ResponseError.fromResponse(response);
        return response;
      },
      headers: options?.token
        ? { Authorization: `Bearer ${options.token}` }
        : undefined,
    });
  }
}

function contentOf<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('The answer of Holdfast is empty');
  return data;
}
