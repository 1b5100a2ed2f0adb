import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { CopyChecklist, ScoreControls, ScoreSum } from '../score';
import { Panel } from './Panel';
import styles from './Panel.module.css';

/** Points by control and how to earn the rest, and the copies there are. */
export const ScorePanel = (props: { database: DatabaseDetail }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { assessment, evidenceHidden } = props.database;
  const { score, copyChecks } = assessment;
  return (
    <Panel>
      <Section title={t('score.title')}>
        {score ? (
          <>
            <ScoreSum score={score} />
            <p className={styles.words}>{t('score.explanation')}</p>
            <ScoreControls controls={score.controls} />
          </>
        ) : (
          <p className={styles.words}>{t('score.none')}</p>
        )}
      </Section>
      {copyChecks && (
        <Section title={t('copies.title')}>
          <p className={styles.words}>{t('copies.explanation')}</p>
          {evidenceHidden && (
            <p className={styles.words}>{t('evidence.hidden')}</p>
          )}
          <CopyChecklist checks={copyChecks} />
        </Section>
      )}
    </Panel>
  );
};
