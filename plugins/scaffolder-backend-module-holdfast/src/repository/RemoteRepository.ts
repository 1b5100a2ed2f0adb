import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { cloneRepo, parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { listServerRefs } from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { readRequestMark, RequestMark } from './RequestMark';

/**
 * What is there under the name of a repository.
 */
export type RepositoryState =
  | { state: 'absent' }
  | { state: 'empty' }
  | { state: 'used'; mark: RequestMark | undefined };

const heads = 'refs/heads/';

type Credentials = { username: string; password: string };

/**
 * A repository on GitHub, GitLab or Gitea, as far as it can be told by the Git protocol, which all of them speak.
 */
export class RemoteRepository {
  /** To clone it from. */
  readonly remoteUrl: string;
  /** Where its files are shown, by its default branch. */
  readonly contentsUrl: string;
  readonly credentials: Credentials | undefined;
  readonly #branch: string;

  /**
   * @param options - `repoUrl` as the form has it: `github.com?owner=shop&repo=orders`
   * @throws InputError for a host that is not among the integrations, or is none of these
   */
  static async open(options: {
    repoUrl: string;
    branch: string;
    integrations: ScmIntegrations;
    /** Of the user, in place of those of the integration. */
    token?: string;
  }): Promise<RemoteRepository> {
    const { repoUrl, branch, integrations, token } = options;
    const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
    if (!owner) {
      throw new InputError(`repoUrl: "${repoUrl}" names no owner`);
    }
    const own = (username: string, password: string | undefined) =>
      password ? { username, password } : undefined;
    const gitea = integrations.gitea.byHost(host)?.config;
    if (gitea) {
      const { username, password } = gitea;
      const url = `${gitea.baseUrl}/${owner}/${repo}`;
      return new RemoteRepository({
        remoteUrl: `${url}.git`,
        contentsUrl: `${url}/src/branch/${branch}/`,
        credentials: username
          ? own(username, password)
          : own('x-access-token', password),
        branch,
      });
    }
    const gitlab = integrations.gitlab.byHost(host)?.config;
    if (gitlab) {
      const url = `${gitlab.baseUrl}/${owner}/${repo}`;
      return new RemoteRepository({
        remoteUrl: `${url}.git`,
        contentsUrl: `${url}/-/blob/${branch}`,
        credentials: own('oauth2', token ?? gitlab.token),
        branch,
      });
    }
    if (integrations.github.byHost(host)) {
      const url = `https://${host}/${owner}/${repo}`;
      const provider =
        DefaultGithubCredentialsProvider.fromIntegrations(integrations);
      const given = token ?? (await provider.getCredentials({ url })).token;
      return new RemoteRepository({
        remoteUrl: `${url}.git`,
        contentsUrl: `${url}/blob/${branch}`,
        credentials: own('x-access-token', given),
        branch,
      });
    }
    throw new InputError(
      `repoUrl: "${repoUrl}" is on ${host}, which is neither GitHub nor GitLab nor Gitea`,
    );
  }

  private constructor(options: {
    remoteUrl: string;
    contentsUrl: string;
    credentials: Credentials | undefined;
    branch: string;
  }) {
    this.remoteUrl = options.remoteUrl;
    this.contentsUrl = options.contentsUrl;
    this.credentials = options.credentials;
    this.#branch = options.branch;
  }

  /** @throws Error when the host cannot be asked, or does not let us in */
  async look(): Promise<RepositoryState> {
    const branches = await this.branches();
    if (!branches) return { state: 'absent' };
    if (branches.length === 0) return { state: 'empty' };
    if (!branches.includes(this.#branch)) {
      return { state: 'used', mark: undefined };
    }
    return { state: 'used', mark: await this.#readMark() };
  }

  /**
   * The names of its branches; undefined: there is no such repository.
   *
   * @throws Error when the host cannot be asked, or does not let us in
   */
  async branches(): Promise<string[] | undefined> {
    try {
      const refs = await listServerRefs({
        http,
        url: this.remoteUrl,
        prefix: heads,
        protocolVersion: 1,
        onAuth: () => this.credentials ?? { cancel: true },
        onAuthFailure: () => ({ cancel: true }),
      });
      return refs
        .filter(({ ref }) => ref.startsWith(heads))
        .map(({ ref }) => ref.slice(heads.length));
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw new Error(
        `${this.remoteUrl} cannot be looked at: ${
          isError(error) ? error.message : 'unknown error'
        }`,
      );
    }
  }

  async #readMark(): Promise<RequestMark | undefined> {
    const dir = await mkdtemp(join(tmpdir(), 'holdfast-claim-'));
    try {
      await cloneRepo({
        url: this.remoteUrl,
        dir,
        auth: this.credentials ?? { token: '' },
        ref: this.#branch,
        depth: 1,
      });
      return await readRequestMark(dir);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}

function statusOf(error: unknown): unknown {
  const { data } = Object(error);
  return Object(data).statusCode;
}
