import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { holdfastTranslationRef } from '../../../translation';

/** The outline of a preview while it is on its way. */
export const PreviewSkeleton = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <Flex direction="column" gap="4" role="status" aria-busy>
      <VisuallyHidden>{t('preview.loading')}</VisuallyHidden>
      <Skeleton height={76} />
      <Skeleton height={140} />
      <Skeleton height={220} />
    </Flex>
  );
};
