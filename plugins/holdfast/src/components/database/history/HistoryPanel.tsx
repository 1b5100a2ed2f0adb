import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useHistory } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { Section } from '../../card';
import { Pager, usePages } from '../../paging';
import { Loaded } from '../../states';
import { Panel } from '../Panel';
import styles from '../Panel.module.css';
import { AttainmentTable } from './AttainmentTable';
import { TransitionItem } from './TransitionItem';

const pageSize = 20;

/** For how long the objectives were attained, and what changed when. */
export const HistoryPanel = (props: { databaseId: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const pages = usePages(props.databaseId);
  const history = useHistory(props.databaseId, {
    limit: pageSize,
    cursor: pages.cursor,
  });
  return (
    <Panel>
      <Loaded query={history} failed={t('history.failed')}>
        {page => (
          <>
            <Section title={t('history.attainment.title')}>
              <p className={styles.words}>
                {t('history.attainment.explanation')}
              </p>
              <AttainmentTable windows={page.attainment} />
            </Section>
            <Section title={t('history.transitions')}>
              {page.items.length === 0 && (
                <p className={styles.words}>{t('history.none')}</p>
              )}
              <ol className={styles.list} aria-label={t('history.label')}>
                {page.items.map(transition => (
                  <TransitionItem
                    key={`${transition.at} ${transition.uid}`}
                    transition={transition}
                  />
                ))}
              </ol>
              <Pager
                pages={pages}
                pageSize={pageSize}
                page={page}
                isOutdated={history.isPlaceholderData}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Panel>
  );
};
