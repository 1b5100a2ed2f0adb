import { parseRepositoryUrl } from './repositoryUrl';

const rules = [
  // A port: the hosts of companies have them.
  ['host', /^[a-z0-9.:[\]-]+$/i, 'choose a host'],
  // GitLab has groups within groups.
  [
    'owner',
    /^[\w.-]+(\/[\w.-]+)*$/,
    'write the organisation or user that is to own it, such as shop',
  ],
  [
    'repo',
    /^[\w.-]+$/,
    'write the name of the repository in letters, digits, hyphens, underscores and dots, such as orders',
  ],
] as const;

/** What keeps a repository from being made, in words, and which part it is; the first of them. */
export function repositoryProblem(
  text: string | undefined,
): { part: 'host' | 'owner' | 'repo'; message: string } | undefined {
  const place = parseRepositoryUrl(text);
  for (const [part, pattern, expected] of rules) {
    const value = place[part];
    if (value === '') return { part, message: expected };
    if (!pattern.test(value)) {
      return { part, message: `"${value}" does not do: ${expected}` };
    }
  }
  return undefined;
}
