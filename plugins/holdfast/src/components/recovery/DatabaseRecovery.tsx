import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { ReactNode } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { HoldingSection } from '../holding';
import { ProofSection } from '../proof';
import { ScoreDisclosure } from '../score';
import { StaleNotice } from '../states';
import { Attained } from './Attained';
import styles from './DatabaseRecovery.module.css';
import { DisruptionDisclosure } from './DisruptionDisclosure';
import { Findings } from './Findings';
import { RecoveryWindowSection } from './RecoveryWindowSection';
import { useMomentOf } from './useMomentOf';
import { VerdictHeadline } from './VerdictHeadline';
import { WaivedFindings } from './WaivedFindings';

/** All that is known about bringing one database back. */
export const DatabaseRecovery = (props: {
  database: DatabaseDetail;
  /** What stands below it. */
  more?: ReactNode;
}) => {
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
        <DisruptionDisclosure assessment={assessment} now={now} />
      </div>
      <ProofSection databaseId={summary.id} assessment={assessment} now={now} />
      <RecoveryWindowSection database={props.database} now={now} />
      <HoldingSection databaseId={summary.id} />
      <Findings database={props.database} />
      <WaivedFindings findings={assessment.findings} />
      {assessment.score && (
        <Section title={t('score.title')}>
          <ScoreDisclosure score={assessment.score} />
        </Section>
      )}
      {props.more}
    </div>
  );
};
