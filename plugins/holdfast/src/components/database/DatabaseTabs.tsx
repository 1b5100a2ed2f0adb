import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { holdfastTranslationRef } from '../../translation';
import { StaleNotice } from '../states';
import styles from './DatabaseTabs.module.css';
import { DeletionPanel } from './deletion/DeletionPanel';
import { HistoryPanel } from './history/HistoryPanel';
import { RestoresPanel } from './restores/RestoresPanel';
import { ScorePanel } from './ScorePanel';
import { VolumesPanel } from './volumes/VolumesPanel';

const tabs = [
  'recovery',
  'restores',
  'history',
  'score',
  'volumes',
  'deletion',
] as const;

/** All that is known of a database, a tab for each question. The address says which one is open, so that it can be shared. */
export const DatabaseTabs = (props: {
  database: DatabaseDetail;
  /** What stands under the first tab. */
  recovery: ReactNode;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { database, recovery } = props;
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const selected = tabs.find(tab => tab === asked) ?? 'recovery';
  const { id, reference, stale, asOf } = database.summary;
  const panels: Record<(typeof tabs)[number], () => ReactNode> = {
    recovery: () => recovery,
    restores: () => <RestoresPanel databaseId={id} />,
    history: () => <HistoryPanel databaseId={id} />,
    score: () => <ScorePanel database={database} />,
    volumes: () => <VolumesPanel databaseId={id} />,
    deletion: () => (
      <DeletionPanel
        databaseId={id}
        evidenceHidden={database.evidenceHidden ?? false}
      />
    ),
  };
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={tab =>
        setParams(
          previous => {
            const next = new URLSearchParams(previous);
            next.set('tab', String(tab));
            return next;
          },
          { replace: true },
        )
      }
    >
      <div className={styles.scroll}>
        <TabList aria-label={t('database.tabs.label')}>
          {tabs.map(tab => (
            <Tab key={tab} id={tab}>
              {t(`database.tabs.${tab}`)}
            </Tab>
          ))}
        </TabList>
      </div>
      {tabs.map(tab => (
        <TabPanel key={tab} id={tab} className={styles.panel}>
          {/* The card says so itself. */}
          {tab === selected && tab !== 'recovery' && stale && (
            <StaleNotice cluster={reference.cluster} since={asOf} />
          )}
          {tab === selected && panels[tab]()}
        </TabPanel>
      ))}
    </Tabs>
  );
};
