import { GitRepository } from '../GitRepository';
import { html, Markup, pathOf } from './html';

/** The sections of a repository's pages. */
export type Section = 'files' | 'commits' | 'pulls';

const sections: ReadonlyArray<readonly [Section, string, string]> = [
  ['files', 'Files', ''],
  ['commits', 'Commits', '/commits'],
  ['pulls', 'Pull requests', '/pulls'],
];

/** A whole page. */
export function page(options: { title: string; content: Markup }): string {
  const { title, content } = options;
  return html`<!DOCTYPE html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body>
        <header><a href="/">Git host of the Holdfast demo</a></header>
        <main>${content}</main>
      </body>
    </html>`.text;
}

/** A page about a repository. */
export function repositoryPage(options: {
  repository: GitRepository;
  section: Section;
  title?: string;
  content: Markup;
}): string {
  const { repository, section, title, content } = options;
  const { owner, name, fullName, description } = repository;
  const root = `/${pathOf(owner, name)}`;
  const links = sections.map(
    ([id, label, path]) =>
      html`<a
        href="${root}${path}"
        ${id === section ? html`aria-current="page"` : undefined}
        >${label}</a
      >`,
  );
  return page({
    title: title ? `${title} · ${fullName}` : fullName,
    content: html`<h1>
        <span class="quiet">${owner} /</span> <a href="${root}">${name}</a>
      </h1>
      ${description ? html`<p class="quiet">${description}</p>` : undefined}
      <nav aria-label="Repository">${links}</nav>
      ${content}`,
  });
}

/** Lines of text, numbered. */
export function lines(text: string): Markup {
  const rows = text.replace(/\n$/, '').split('\n');
  // A browser shows the content of <pre> as it is, so nothing stands between the lines.
  return html`<div class="panel">
    <pre class="numbered">${rows.map(row => html`<span>${row}</span>`)}</pre>
  </div>`;
}

/** A text that somebody wrote, as it is; nothing where there is none. */
export function prose(text: string): Markup | undefined {
  if (!text) return undefined;
  const rows = text.split('\n');
  return html`<div class="panel">
    <pre class="prose">${rows.map(row => html`<span>${row}</span>`)}</pre>
  </div>`;
}

/** The longest text that a page shows, in characters. */
const LONGEST_TEXT = 400_000;

/** Changes in the form of `git diff`. */
export function changes(diff: string): Markup {
  if (!diff.trim()) return html`<p class="quiet">No file is changed.</p>`;
  const rows = diff.slice(0, LONGEST_TEXT).split('\n').map(changedLine);
  return html`<div class="panel"><pre>${rows}</pre></div>
    ${diff.length > LONGEST_TEXT
      ? html`<p class="wait">The rest is too long for this page.</p>`
      : undefined}`;
}

function changedLine(line: string): Markup {
  const kind = /^(diff |index |--- |\+\+\+ |@@|new file|deleted file)/.test(
    line,
  )
    ? 'heading'
    : { '+': 'added', '-': 'removed' }[line.charAt(0)] ?? '';
  return html`<span class="${kind}">${line}</span>`;
}

/** A time to read, in UTC. */
export function time(iso: string): Markup {
  const moment = new Date(iso);
  const text = moment.toISOString().replace('T', ' ').slice(0, 16);
  return html`<time datetime="${moment.toISOString()}">${text} UTC</time>`;
}
