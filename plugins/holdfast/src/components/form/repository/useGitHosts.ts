import { useApi } from '@backstage/core-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { useMemo } from 'react';

/** Everybody's, and there even when nobody has set them up. */
const publicHosts = ['github.com', 'gitlab.com'];

/** The Git hosts under `integrations` that templates publish to; a company's own come first. */
export function useGitHosts(allowed: readonly string[] | undefined): string[] {
  const integrations = useApi(scmIntegrationsApiRef);
  return useMemo(() => {
    const { gitea, github, gitlab } = integrations;
    const hosts = [...gitea.list(), ...github.list(), ...gitlab.list()]
      .map(({ config }) => config.host)
      .filter(host => !allowed || allowed.includes(host));
    return [
      ...hosts.filter(host => !publicHosts.includes(host)),
      ...hosts.filter(host => publicHosts.includes(host)),
    ];
  }, [integrations, allowed]);
}
