import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { holdfastTranslationRef } from '../../translation';

/** The outline of the card while it is on its way. */
export const ConnectSkeleton = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <Flex direction="column" gap="4" role="status" aria-busy>
      <VisuallyHidden>{t('connect.loading')}</VisuallyHidden>
      <Flex gap="4">
        <Skeleton width="33%" height={48} />
        <Skeleton width="33%" height={48} />
        <Skeleton width="33%" height={48} />
      </Flex>
      <Skeleton height={96} />
      <Skeleton height={72} />
    </Flex>
  );
};
