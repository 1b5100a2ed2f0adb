import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';

/** Above what is known of a database whose Kubernetes cluster does not answer. */
export const StaleNotice = (props: { cluster: string; since: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <Alert
      status="warning"
      icon
      role="status"
      title={t('card.stale.title', { cluster: props.cluster })}
      description={t('card.stale.description', {
        time: <LocalTime instant={props.since} />,
      })}
    />
  );
};
