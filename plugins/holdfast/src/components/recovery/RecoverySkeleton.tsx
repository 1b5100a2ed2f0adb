import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { holdfastTranslationRef } from '../../translation';

/** The outline of a verdict while it is on its way. */
export const RecoverySkeleton = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <Flex direction="column" gap="4" role="status" aria-busy>
      <VisuallyHidden>{t('card.loading')}</VisuallyHidden>
      <Skeleton height={76} />
      <Flex gap="4">
        <Skeleton width="50%" height={120} />
        <Skeleton width="50%" height={120} />
      </Flex>
      <Skeleton height={32} />
      <Skeleton height={56} />
    </Flex>
  );
};
