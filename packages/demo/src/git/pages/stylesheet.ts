/** The look of all pages: the reader's own fonts, light or dark as they like it. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --text: #1c2024; --quiet: #60646c; --page: #fcfcfd; --panel: #ffffff; --line: #dfe3e8; --link: #0b62c4;
  --good: #187a3c; --bad: #b3261e; --wait: #8a5a00; --added: #e3f5e8; --removed: #fdeae8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8eaed; --quiet: #a3a9b2; --page: #15181c; --panel: #1c2025; --line: #333a42; --link: #7db7ff;
    --good: #6fd08c; --bad: #ff8f87; --wait: #e8b44a; --added: #173322; --removed: #3d1f1e;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1rem; color: var(--quiet); }
h1 { font-size: 1.5rem; margin: .75rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav a { margin-right: 1rem; }
nav a[aria-current] { color: var(--text); font-weight: 600; }
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; margin: .75rem 0; }
.panel > p, .panel > h2 { margin: .75rem 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem 1rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
th { color: var(--quiet); font-weight: 500; }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { margin: 0; padding: .75rem 0; counter-reset: line; }
pre > span { display: block; padding: 0 1rem; min-height: 1.5em; white-space: pre; }
pre.prose > span { white-space: pre-wrap; overflow-wrap: anywhere; }
pre.numbered > span::before { counter-increment: line; content: counter(line); display: inline-block; width: 3.5ch; margin-right: 1.5ch; text-align: right; color: var(--quiet); }
.added { background: var(--added); }
.removed { background: var(--removed); }
.heading { color: var(--quiet); }
.quiet { color: var(--quiet); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.wait { color: var(--wait); }
button { font: inherit; color: #fff; background: #187a3c; border: 0; border-radius: 6px; padding: .45rem 1rem; cursor: pointer; }
`;
