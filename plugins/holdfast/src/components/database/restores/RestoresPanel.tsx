import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import { useRestores } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { Pager, usePages } from '../../paging';
import { MeasuredRto } from '../../proof';
import { Loaded, Notice } from '../../states';
import { Panel } from '../Panel';
import styles from '../Panel.module.css';
import { RestoreItem } from './RestoreItem';

const pageSize = 10;

/** The ledger of restores, newest first. */
export const RestoresPanel = (props: { databaseId: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const pages = usePages(props.databaseId);
  const restores = useRestores(props.databaseId, {
    limit: pageSize,
    cursor: pages.cursor,
  });
  return (
    <Panel>
      <Loaded query={restores} failed={t('proof.failed')}>
        {page =>
          page.totalItems === 0 ? (
            <Notice Icon={RiHistoryLine} title={t('restores.none.title')}>
              <Text as="p" variant="body-medium" color="secondary">
                {t('restores.none.description')}
              </Text>
            </Notice>
          ) : (
            <>
              {page.evidenceHidden && (
                <p className={styles.words}>{t('evidence.hidden')}</p>
              )}
              <MeasuredRto
                // Those of a later page are not the latest.
                restores={pages.index === 0 ? page.items : []}
                measuredRto={page.measuredRto}
              />
              <ul className={styles.list} aria-label={t('restores.label')}>
                {page.items.map(restore => (
                  <li key={`${restore.origin} ${restore.id}`}>
                    <RestoreItem restore={restore} />
                  </li>
                ))}
              </ul>
              <Pager
                pages={pages}
                pageSize={pageSize}
                page={page}
                isOutdated={restores.isPlaceholderData}
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
};
