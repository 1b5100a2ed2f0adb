import {
  GitBranch,
  GitCommit,
  GitEntry,
  GitRepository,
} from '../GitRepository';
import { PullRequest } from '../PullRequests';

/** A repository as Gitea describes it. */
export async function repositoryJson(repository: GitRepository, url: string) {
  const { owner, name, fullName, description } = repository;
  return {
    name,
    full_name: fullName,
    owner: { login: owner, username: owner },
    description,
    private: false,
    empty: (await repository.branches()).length === 0,
    default_branch: await repository.defaultBranch(),
    html_url: `${url}/${fullName}`,
    clone_url: `${url}/${fullName}.git`,
  };
}

export function branchJson({ name, commit }: GitBranch) {
  return { name, commit: { id: commit } };
}

export function commitJson(commit: GitCommit) {
  const { sha, parents, author, email, date, subject, body } = commit;
  return {
    sha,
    created: date,
    commit: {
      message: body ? `${subject}\n\n${body}\n` : `${subject}\n`,
      author: { name: author, email, date },
    },
    parents: parents.map(parent => ({ sha: parent })),
  };
}

export function entryJson({ name, path, type, sha, size }: GitEntry) {
  return { name, path, type, sha, size: size ?? 0 };
}

/** A pull request as Gitea describes it; a merged one is closed. */
export function pullRequestJson(options: {
  repository: GitRepository;
  pull: PullRequest;
  url: string;
}) {
  const { repository, pull, url } = options;
  // There are no forks here, so that both are the same.
  const repo = { full_name: repository.fullName };
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.state === 'open' ? 'open' : 'closed',
    merged: pull.state === 'merged',
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommit ?? null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    head: { ref: pull.head, label: pull.head, repo },
    base: { ref: pull.base, label: pull.base, repo },
    html_url: `${url}/${repository.fullName}/pulls/${pull.number}`,
  };
}
