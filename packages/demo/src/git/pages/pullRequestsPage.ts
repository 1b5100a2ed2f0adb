import { GitRepository } from '../GitRepository';
import { PullRequest, PullRequests } from '../PullRequests';
import { commitHref } from './commitsPage';
import { html, Markup, pathOf } from './html';
import { changes, prose, repositoryPage, time } from './layout';

const stateClasses = { open: 'good', merged: 'quiet', closed: 'bad' } as const;

/** All pull requests of a repository. */
export async function pullRequestsPage(
  repository: GitRepository,
  pulls: PullRequests,
): Promise<string> {
  const all = await pulls.list();
  const { owner, name } = repository;
  const rows = all.map(
    pull =>
      html`<tr>
        <td>
          <a href="/${pathOf(owner, name, 'pulls', String(pull.number))}"
            >#${pull.number} ${pull.title}</a
          >
        </td>
        <td>${stateOf(pull)}</td>
        <td class="quiet">${time(pull.updatedAt)}</td>
      </tr>`,
  );
  return repositoryPage({
    repository,
    section: 'pulls',
    title: 'Pull requests',
    content:
      rows.length === 0
        ? html`<p>There is no pull request.</p>`
        : html`<div class="panel">
            <table>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`,
  });
}

/**
 * One pull request: what it says, what it changes, and the button that merges it.
 *
 * @param options - `token`: shows the server that the button was pressed on this page
 */
export async function pullRequestPage(options: {
  repository: GitRepository;
  pulls: PullRequests;
  pull: PullRequest;
  token: string;
  problem?: string;
}): Promise<string> {
  const { repository, pulls, pull, token, problem } = options;
  const { head, base } = await pulls.commitsOf(pull);
  const conflicts = pull.state === 'open' ? await pulls.conflictsOf(pull) : [];
  return repositoryPage({
    repository,
    section: 'pulls',
    title: `#${pull.number} ${pull.title}`,
    content: html`<h2>#${pull.number} ${pull.title}</h2>
      <p>
        ${stateOf(pull)} · <code>${pull.head}</code> into
        <code>${pull.base}</code> · ${time(pull.createdAt)}
      </p>
      ${prose(pull.body)}
      ${problem ? html`<p class="bad" role="alert">${problem}</p>` : undefined}
      ${ending({ repository, pull, conflicts, token })}
      ${changes(await repository.changesBetween(base, head))}`,
  });
}

function stateOf({ state }: PullRequest): Markup {
  return html`<span class="${stateClasses[state]}">${state}</span>`;
}

function ending(options: {
  repository: GitRepository;
  pull: PullRequest;
  conflicts: string[];
  token: string;
}): Markup | undefined {
  const { repository, pull, conflicts, token } = options;
  if (pull.mergeCommit) {
    return html`<p>
      Merged ${pull.mergedAt ? time(pull.mergedAt) : undefined} as
      <a href="${commitHref(repository, pull.mergeCommit)}"
        ><code>${pull.mergeCommit.slice(0, 10)}</code></a
      >.
    </p>`;
  }
  if (pull.state !== 'open') return undefined;
  if (conflicts.length > 0) {
    return html`<p class="bad">
      It conflicts with <code>${pull.base}</code> in ${conflicts.join(', ')}.
    </p>`;
  }
  const { owner, name } = repository;
  const action = `/${pathOf(
    owner,
    name,
    'pulls',
    String(pull.number),
    'merge',
  )}`;
  return html`<form method="post" action="${action}">
    <input type="hidden" name="token" value="${token}" />
    <button type="submit">Merge</button>
  </form>`;
}
