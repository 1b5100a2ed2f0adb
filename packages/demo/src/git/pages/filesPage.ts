import { GitEntry, GitRepository } from '../GitRepository';
import { html, Markup, pathOf } from './html';
import { lines, repositoryPage } from './layout';

/** Larger files are not shown, only offered, in bytes. */
const LARGEST_FILE = 512 * 1024;

/** Where in which commit, in the words of an address. */
export interface FilesAt {
  repository: GitRepository;
  /** `branch` or `commit` */
  by: string;
  ref: string;
  commit: string;
  path: string;
}

/** A folder or a file. At the root of the default branch `panel` says what became of it. */
export async function filesPage(at: FilesAt, panel?: Markup): Promise<string> {
  const { repository, ref, commit, path } = at;
  const entry = await repository.entry(commit, path);
  const content =
    entry.type === 'dir' ? await folder(at) : await file(at, entry);
  return repositoryPage({
    repository,
    section: 'files',
    title: path || undefined,
    content: html`${panel}
      <p class="quiet">${at.by} <code>${ref}</code> ${breadcrumbs(at)}</p>
      ${content}`,
  });
}

/** What a repository shows before anything was pushed to it. */
export function emptyPage(repository: GitRepository, url: string): string {
  return repositoryPage({
    repository,
    section: 'files',
    content: html`<p>Nothing was pushed to this repository yet.</p>
      <div class="panel">
        <pre><span>git push ${url}/${repository.fullName}.git main</span></pre>
      </div>`,
  });
}

function hrefOf({ repository, by, ref }: FilesAt, path: string, page = 'src') {
  const { owner, name } = repository;
  const root = `/${pathOf(owner, name, page, by, ref)}`;
  return path ? `${root}/${pathOf(path)}` : root;
}

function breadcrumbs(at: FilesAt): Markup[] {
  const segments = at.path.split('/').filter(Boolean);
  return segments.map((segment, index) => {
    const path = segments.slice(0, index + 1).join('/');
    return html` / <a href="${hrefOf(at, path)}">${segment}</a>`;
  });
}

async function folder(at: FilesAt): Promise<Markup> {
  const { repository, commit, path } = at;
  const entries = await repository.entries(commit, path);
  const readme = entries.find(
    ({ name, type }) => /^readme(\.md|\.txt)?$/i.test(name) && type === 'file',
  );
  return html`<div class="panel">
      <table>
        <tbody>
          ${entries.map(
            entry => html`<tr>
              <td>
                <a href="${hrefOf(at, entry.path)}"
                  >${entry.name}${entry.type === 'dir' ? '/' : ''}</a
                >
              </td>
              <td class="quiet">${sizeOf(entry)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${readme &&
    html`<h2>${readme.name}</h2>
      ${await file(at, readme)}`}`;
}

function sizeOf({ type, size }: GitEntry): string {
  if (type === 'dir') return '';
  return size === undefined ? type : `${size.toLocaleString('en')} bytes`;
}

async function file(at: FilesAt, entry: GitEntry): Promise<Markup> {
  const raw = html`<a href="${hrefOf(at, entry.path, 'raw')}">Raw</a>`;
  const title = html`<p class="quiet">${sizeOf(entry)} · ${raw}</p>`;
  if (entry.type === 'submodule') {
    return html`<p>A submodule at <code>${entry.sha}</code>.</p>`;
  }
  if ((entry.size ?? 0) > LARGEST_FILE) {
    return html`${title}
      <p>This file is too large to be shown.</p>`;
  }
  const content = await at.repository.content(entry.sha);
  if (content.includes(0)) {
    return html`${title}
      <p>This file is no text.</p>`;
  }
  return html`${title} ${lines(content.toString())}`;
}
