import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { StaleNotice } from '../states';
import { Attained } from './Attained';
import styles from './DatabaseRecovery.module.css';
import { DisruptionTable } from './DisruptionTable';
import { Findings } from './Findings';
import timeline from './RecoveryTimeline.module.css';
import { RecoveryWindowSection } from './RecoveryWindowSection';
import { useMomentOf } from './useMomentOf';
import { VerdictHeadline } from './VerdictHeadline';

/** All that is known about bringing one database back. */
export const DatabaseRecovery = (props: { database: DatabaseDetail }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { summary, assessment } = props.database;
  const now = useMomentOf(assessment);
  return (
    <div className={styles.content}>
      {summary.stale && (
        <StaleNotice
          cluster={summary.reference.cluster}
          since={assessment.staleSince ?? summary.asOf}
        />
      )}
      <VerdictHeadline database={props.database} />
      <div className={styles.attained}>
        <Attained assessment={assessment} now={now} />
        <Accordion>
          <AccordionTrigger>
            <span className={timeline.words}>{t('attained.each')}</span>
          </AccordionTrigger>
          <AccordionPanel>
            <DisruptionTable assessment={assessment} now={now} />
          </AccordionPanel>
        </Accordion>
      </div>
      <RecoveryWindowSection database={props.database} now={now} />
      <Findings database={props.database} />
    </div>
  );
};
