import { DemoGitHost, ShownPullRequest } from './DemoGitHost';

/** What a pull request changes against `main`. */
export interface PullRequestChanges {
  number: number;
  pull: ShownPullRequest;
  /** The files of its branch by path. */
  after: ReadonlyMap<string, string>;
  /** Paths in order. */
  changed: string[];
  /** The lines of a file that go. */
  gone(path: string): string[];
  /** The lines of a file that come. */
  come(path: string): string[];
}

/**
 * @param links - of the run that opened it, the pull request first
 */
export async function changesOf(
  host: DemoGitHost,
  repository: string,
  [{ url }]: readonly { url: string }[],
): Promise<PullRequestChanges> {
  const number = Number(url.split('/').at(-1));
  const pull = await host.pullRequest(repository, number);
  const before = await host.files(repository, 'main');
  const after = await host.files(repository, pull.head.ref);
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return {
    number,
    pull,
    after,
    changed: paths.filter(path => before.get(path) !== after.get(path)).sort(),
    gone: path => linesOnlyIn(before.get(path), after.get(path)),
    come: path => linesOnlyIn(after.get(path), before.get(path)),
  };
}

function linesOnlyIn(text = '', other = ''): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter(line => !known.has(line));
}
