import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ConnectionEndpoint } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';

/** Words for what answers behind an endpoint. */
export function useWhatIsBehind(endpoint: ConnectionEndpoint): string {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { reaches, writable, instances, pool } = endpoint;
  const instance = () => {
    if (reaches === 'any') return t('connect.address.any');
    if (reaches === 'replicas') {
      return instances === undefined
        ? t('connect.address.replicasUncounted')
        : t('connect.address.replicas', { count: instances });
    }
    return writable
      ? t('connect.address.primary')
      : t('connect.address.primaryReadOnly');
  };
  return pool
    ? `${instance()}; ${t(`connect.address.pool.${pool.mode}`)}`
    : instance();
}
