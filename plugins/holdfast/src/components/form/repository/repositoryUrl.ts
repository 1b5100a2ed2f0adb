/** A repository as the scaffolder's publishing actions are told of it. */
export interface RepositoryPlace {
  host: string;
  owner: string;
  repo: string;
}

/** Reads `github.com?owner=shop&repo=orders`; what is not there is empty. */
export function parseRepositoryUrl(text: string | undefined): RepositoryPlace {
  const url = `https://${text ?? ''}`;
  if (!URL.canParse(url)) return { host: '', owner: '', repo: '' };
  const { host, searchParams } = new URL(url);
  return {
    host,
    owner: searchParams.get('owner') ?? '',
    repo: searchParams.get('repo') ?? '',
  };
}

export function formatRepositoryUrl(place: RepositoryPlace): string {
  const { host, owner, repo } = place;
  return `${host}?${new URLSearchParams({ owner, repo })}`;
}
