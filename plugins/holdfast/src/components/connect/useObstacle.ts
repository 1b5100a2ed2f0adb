import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { askedOf, ConnectionChoice, credentialOf } from './choice';

/** Why a role cannot log in with anything that is known; undefined when it can. */
export function useObstacle(
  choice: ConnectionChoice,
  follows: string | undefined,
): string | undefined {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { endpoint, role } = choice;
  if (!role || credentialOf(choice)) return undefined;
  const asked = askedOf(choice);
  if (asked === 'refused' || asked === 'other') {
    return t(`connect.credentials.${asked}`, { role: role.name });
  }
  if (role.credentials.length === 0) {
    return follows === undefined
      ? t('connect.credentials.none')
      : t('connect.credentials.noneOfCopy', { source: follows });
  }
  if (asked === 'client-certificate') {
    return t('connect.credentials.wantsCertificate', { role: role.name });
  }
  return endpoint.pool
    ? t('connect.credentials.noPassword', { role: role.name })
    : t('connect.credentials.wantsPassword', { role: role.name });
}
