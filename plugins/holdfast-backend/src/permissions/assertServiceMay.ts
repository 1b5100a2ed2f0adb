import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Permission } from '@backstage/plugin-permission-common';

/**
 * Holds a service to what its token is restricted to (`backend.auth.externalAccess[].accessRestrictions`), where it is told everything at once and
 * the permission framework is not asked. The restrictions mean what they do there.
 *
 * @throws NotAllowedError when the token is for something else
 */
export function assertServiceMay(
  permission: Permission,
  credentials: BackstageCredentials<BackstageServicePrincipal>,
): void {
  const { permissionNames, permissionAttributes } =
    credentials.principal.accessRestrictions ?? {};
  const { action } = permission.attributes;
  const isNamed =
    permissionNames === undefined || permissionNames.includes(permission.name);
  const isMeant =
    permissionAttributes?.action === undefined ||
    (action !== undefined && permissionAttributes.action.includes(action));
  if (isNamed && isMeant) return;
  throw new NotAllowedError(
    `This token is restricted, and permission '${permission.name}' is not among what it is for`,
  );
}
