import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { holdfastTranslationRef } from '../../translation';
import styles from './Pager.module.css';
import { usePages } from './usePages';

/** Leads through a list of pages, and says which part of it is shown. Nothing where all of it is. */
export const Pager = (props: {
  pages: ReturnType<typeof usePages>;
  pageSize: number;
  page: {
    items: unknown[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  };
  /** The page shown is not yet the one that was asked for. */
  isOutdated: boolean;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { pages, pageSize, page, isOutdated } = props;
  const { nextCursor } = page.pageInfo;
  if (pages.index === 0 && nextCursor === undefined) return null;
  const before = pages.index * pageSize;
  return (
    <nav className={styles.pager} aria-label={t('pager.label')}>
      <Text variant="body-small" color="secondary">
        {t('fleet.range', {
          from: String(Math.min(before + 1, page.totalItems)),
          to: String(before + page.items.length),
          total: String(page.totalItems),
        })}
      </Text>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiArrowLeftSLine aria-hidden />}
        aria-label={t('pager.previous')}
        isDisabled={pages.index === 0}
        onPress={pages.previous}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiArrowRightSLine aria-hidden />}
        aria-label={t('pager.next')}
        isDisabled={nextCursor === undefined || isOutdated}
        onPress={() => nextCursor && pages.next(nextCursor)}
      />
    </nav>
  );
};
