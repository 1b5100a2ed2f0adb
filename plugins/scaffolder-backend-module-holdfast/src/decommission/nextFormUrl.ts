import { RootConfigService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** The form again, filled in, for the step after this one; undefined where the portal does not know its own address. */
export function nextFormUrl(
  config: RootConfigService,
  entity: Entity,
  answers: { reason: string; hold?: string; keepBackups?: string },
): string | undefined {
  const baseUrl = config.getOptionalString('app.baseUrl');
  if (!baseUrl) return undefined;
  const { reason, hold, keepBackups } = answers;
  const formData = JSON.stringify({
    entityRef: stringifyEntityRef(entity),
    reason,
    hold,
    keepBackups,
  });
  return `${baseUrl.replace(
    /\/$/,
    '',
  )}/create/templates/default/decommission-database?${new URLSearchParams({
    formData,
  })}`;
}
