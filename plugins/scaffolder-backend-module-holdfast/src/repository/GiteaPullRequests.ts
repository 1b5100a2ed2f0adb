import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';

/** A pull request, as far as it is told again. */
export interface GiteaPullRequest {
  number: number;
  /** Where people look at it. */
  url: string;
  state: 'open' | 'merged' | 'closed';
}

/** The most that Gitea lists in one answer, unless its `MAX_RESPONSE_ITEMS` says otherwise. */
const pageSize = 50;
/** Enough for 5,000 pull requests, and an end where a host does not know pages. */
const mostPages = 100;

/**
 * The pull requests of one repository, by Gitea's API (`/api/swagger` of 1.22 and later; Forgejo has the same).
 */
export class GiteaPullRequests {
  readonly #api: string;
  readonly #headers: Record<string, string>;
  readonly #name: string;
  readonly #signal?: AbortSignal;

  static create(options: {
    config: GiteaIntegrationConfig;
    owner: string;
    repo: string;
    signal?: AbortSignal;
  }): GiteaPullRequests {
    return new GiteaPullRequests(options);
  }

  private constructor(options: Parameters<typeof GiteaPullRequests.create>[0]) {
    const { config, owner, repo, signal } = options;
    const base = (config.baseUrl ?? `https://${config.host}`).replace(
      /\/+$/,
      '',
    );
    const path = [owner, repo].map(encodeURIComponent).join('/');
    this.#api = `${base}/api/v1/repos/${path}`;
    this.#name = `${base}/${owner}/${repo}`;
    this.#headers = {
      accept: 'application/json',
      ...getGiteaRequestOptions(config).headers,
    };
    this.#signal = signal;
  }

  /**
   * The newest pull request from one branch of the repository to another: the one that is open, else the last that was.
   *
   * @throws Error with the words of the host
   */
  async find(options: {
    head: string;
    base: string;
  }): Promise<GiteaPullRequest | undefined> {
    const { head, base } = options;
    let newest: GiteaPullRequest | undefined;
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = await this.#call(
        `/pulls?state=all&limit=${pageSize}&page=${page}`,
      );
      const pulls: unknown[] = Array.isArray(answer) ? answer : [];
      for (const pull of pulls) {
        if (!isBetween(pull, head, base)) continue;
        const found = readPullRequest(pull);
        if (found.state === 'open') return found;
        if (!newest || found.number > newest.number) newest = found;
      }
      // A host may list fewer than it was asked for, so that only an empty page is the last for sure.
      if (pulls.length === 0) break;
    }
    return newest;
  }

  /**
   * Opens one.
   *
   * @throws ConflictError where there is one already, Error with the words of the host
   */
  async open(options: {
    title: string;
    body: string;
    head: string;
    base: string;
  }): Promise<GiteaPullRequest> {
    return readPullRequest(await this.#call('/pulls', options));
  }

  async #call(path: string, body?: object): Promise<unknown> {
    const doing = body ? 'open a pull request on' : 'list pull requests of';
    let response: Response;
    try {
      response = await fetch(`${this.#api}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          ...this.#headers,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
        signal: this.#signal,
      });
    } catch (error) {
      throw new Error(`Cannot ${doing} ${this.#name}: ${reasonOf(error)}`);
    }
    if (response.ok) return await response.json();
    const words = `Cannot ${doing} ${this.#name}: ${
      response.status
    } ${await messageOf(response)}`;
    if (response.status === 404) throw new NotFoundError(words);
    if (response.status === 409) throw new ConflictError(words);
    throw new Error(words);
  }
}

/** A fork may have a branch of the same name. */
function isBetween(pull: unknown, head: string, base: string): boolean {
  const from = record(record(pull).head);
  const to = record(record(pull).base);
  return (
    // After a merge that deleted the branch, `ref` is `refs/pull/<number>/head` and the label is the branch still.
    (from.ref === head || from.label === head) &&
    to.ref === base &&
    record(from.repo).full_name === record(to.repo).full_name
  );
}

function readPullRequest(answer: unknown): GiteaPullRequest {
  const { number, html_url: url, state, merged } = record(answer);
  if (typeof number !== 'number' || typeof url !== 'string') {
    throw new Error(
      'The host did not answer with a pull request: number or html_url is missing',
    );
  }
  const ended = merged === true ? 'merged' : 'closed';
  return { number, url, state: state === 'open' ? 'open' : ended };
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message } = record(JSON.parse(text));
    return typeof message === 'string' ? message.slice(0, 300) : '';
  } catch {
    return response.statusText;
  }
}

/** Node says "fetch failed", and why in the cause. */
function reasonOf(error: unknown): string {
  if (!isError(error)) return 'unknown error';
  return isError(error.cause) && error.cause.message
    ? error.cause.message
    : error.message;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
