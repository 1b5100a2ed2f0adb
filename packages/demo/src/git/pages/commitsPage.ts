import { GitCommit, GitRepository } from '../GitRepository';
import { html, pathOf } from './html';
import { changes, prose, repositoryPage, time } from './layout';

const MOST_COMMITS = 100;

/** What happened on a branch, newest first. */
export async function commitsPage(
  repository: GitRepository,
  ref: string,
): Promise<string> {
  const commit = await repository.resolve(ref);
  const commits = await repository.commits(commit, { limit: MOST_COMMITS });
  const rows = commits.map(
    ({ sha, subject, author, date }) =>
      html`<tr>
        <td><a href="${commitHref(repository, sha)}">${subject || sha}</a></td>
        <td>${author}</td>
        <td class="quiet">${time(date)}</td>
        <td><code>${sha.slice(0, 10)}</code></td>
      </tr>`,
  );
  return repositoryPage({
    repository,
    section: 'commits',
    title: 'Commits',
    content: html`<p class="quiet">branch <code>${ref}</code></p>
      <div class="panel">
        <table>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
  });
}

/** One commit and what it changed. */
export async function commitPage(
  repository: GitRepository,
  sha: string,
): Promise<string> {
  const [commit] = await repository.commits(sha, { limit: 1 });
  const { owner, name } = repository;
  const tree = `/${pathOf(owner, name, 'src', 'commit', sha)}`;
  return repositoryPage({
    repository,
    section: 'commits',
    title: commit.subject,
    content: html`<h2>${commit.subject}</h2>
      ${prose(commit.body)}
      <p class="quiet">
        ${commit.author}, ${time(commit.date)} · <code>${sha}</code> ·
        <a href="${tree}">Files at this commit</a> ${parents(
          repository,
          commit,
        )}
      </p>
      ${changes(await repository.changesOf(sha))}`,
  });
}

function parents(repository: GitRepository, commit: GitCommit) {
  return commit.parents.map(
    sha =>
      html` · parent
        <a href="${commitHref(repository, sha)}"
          ><code>${sha.slice(0, 10)}</code></a
        >`,
  );
}

export function commitHref({ owner, name }: GitRepository, sha: string) {
  return `/${pathOf(owner, name, 'commit', sha)}`;
}
