import { GitHost } from '../GitHost';
import { GitRepository } from '../GitRepository';
import { html, Markup, pathOf } from './html';
import { page, time } from './layout';

/** All repositories, or those of one owner. */
export async function repositoriesPage(
  host: GitHost,
  owner?: string,
): Promise<string> {
  const repositories = host.repositories.filter(
    repository => owner === undefined || repository.owner === owner,
  );
  const rows = await Promise.all(repositories.map(row));
  const title = owner ?? 'Repositories';
  return page({
    title,
    content: html`<h1>${title}</h1>
      ${rows.length === 0
        ? html`<p>
            There is no repository here yet. One comes to be when a template is
            run in the portal.
          </p>`
        : html`<div class="panel">
            <table>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`}
      ${owner
        ? undefined
        : html`<p class="quiet">
            Owners:
            ${host.organisations.map(
              name => html`<a href="/${pathOf(name)}">${name}</a> `,
            )}
          </p>`}`,
  });
}

async function row(repository: GitRepository): Promise<Markup> {
  const { owner, name, fullName, description } = repository;
  const head = await repository.branchHead(await repository.defaultBranch());
  const [last] = head ? await repository.commits(head, { limit: 1 }) : [];
  return html`<tr>
    <td>
      <a href="/${pathOf(owner, name)}">${fullName}</a>
      ${description
        ? html`<br /><span class="quiet">${description}</span>`
        : undefined}
    </td>
    <td class="quiet">${last ? time(last.date) : 'empty'}</td>
  </tr>`;
}
