import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';

/** Where the files of an entity are, and how the actions of pull requests name it. */
export interface EntitySource {
  /** A folder of a repository. */
  url: string;
  /** `gitea.example?owner=shop&repo=orders` */
  repoUrl: string;
  branch: string;
}

/** How GitHub, GitLab and Gitea show a folder: owner, repository and branch. */
const shapes: Record<string, RegExp> = {
  github: /^\/([^/]+)\/([^/]+)\/(?:tree|blob)\/([^/]+)\/?$/,
  gitlab: /^\/(.+)\/([^/]+)\/-\/(?:tree|blob)\/([^/]+)\/?$/,
  gitea: /^\/([^/]+)\/([^/]+)\/src\/branch\/([^/]+)\/?$/,
};

/**
 * Tells from its source location which repository an entity is kept in.
 *
 * @throws InputError for an entity that no repository claims, or that does not lie at the root of one
 */
export function sourceOf(
  entity: Entity,
  integrations: ScmIntegrations,
): EntitySource {
  const ref = stringifyEntityRef(entity);
  const { type, target } = locationOf(entity, ref);
  const integration = integrations.byUrl(target);
  const shape = integration && shapes[integration.type];
  if (type !== 'url' || !shape) {
    throw new InputError(
      `entity: ${ref} is kept at ${type}:${target}, which is no repository on GitHub, GitLab or Gitea under integrations`,
    );
  }
  const { host, pathname } = new URL(target);
  const [, owner, repo, branch] = shape.exec(pathname) ?? [];
  if (!owner) {
    throw new InputError(
      `entity: ${ref} is kept at ${target}, which is not the root of a repository of its own`,
    );
  }
  return {
    url: target,
    repoUrl: `${host}?${new URLSearchParams({
      owner: decodeURIComponent(owner),
      repo: decodeURIComponent(repo),
    })}`,
    branch: decodeURIComponent(branch),
  };
}

function locationOf(entity: Entity, ref: string) {
  try {
    return getEntitySourceLocation(entity);
  } catch (error) {
    throw new InputError(
      `entity: ${ref} does not say which repository it is kept in`,
      error,
    );
  }
}
