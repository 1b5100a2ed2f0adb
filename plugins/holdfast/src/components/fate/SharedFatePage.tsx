import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Text } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import clsx from 'clsx';
import { useSharedFate } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
import { Pager, usePages } from '../paging';
import { Loaded, Notice } from '../states';
import { FateItem } from './FateItem';
import { FateKindSelect } from './FateKindSelect';
import styles from './SharedFatePage.module.css';
import { useFateKinds } from './useFateKinds';

const pageSize = 25;

/** What databases and their backups stand on together, worst first. */
export const SharedFatePage = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const [kinds, setKinds] = useFateKinds();
  const pages = usePages(kinds.join());
  const fates = useSharedFate({
    kind: kinds.length > 0 ? kinds : undefined,
    limit: pageSize,
    cursor: pages.cursor,
  });
  return (
    <Container className={clsx(contrast.contrast, styles.page)}>
      <Text as="p" variant="body-medium" color="secondary">
        {t('fate.explanation')}
      </Text>
      <FateKindSelect kinds={kinds} onChange={setKinds} />
      <Loaded query={fates} failed={t('fate.failed')}>
        {page =>
          page.items.length === 0 ? (
            <Notice Icon={RiLinksLine} title={t('fate.none')} />
          ) : (
            <>
              <ul className={styles.list} aria-label={t('fate.label')}>
                {page.items.map(fate => (
                  <li key={`${fate.kind} ${fate.id}`}>
                    <FateItem fate={fate} />
                  </li>
                ))}
              </ul>
              <Pager
                pages={pages}
                pageSize={pageSize}
                page={page}
                isOutdated={fates.isPlaceholderData}
              />
            </>
          )
        }
      </Loaded>
    </Container>
  );
};
