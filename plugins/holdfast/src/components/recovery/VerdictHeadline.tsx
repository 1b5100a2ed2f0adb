import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';
import { Headline } from './Headline';
import styles from './Headline.module.css';

/** The verdict and one sentence why. */
export const VerdictHeadline = (props: { database: DatabaseDetail }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { summary, assessment } = props.database;
  const { verdict, objective, findings } = assessment;

  const deciding = findings.find(
    finding => finding.ceiling === verdict && !finding.waived,
  );
  const acceptsRisk = findings.some(({ waived, ceiling }) => waived && ceiling);
  const reason = objective.exempt?.value.reason;
  const meaning = t(`verdict.${verdict}.meaning`);
  const why = () => {
    if (verdict === 'exempt' && reason) {
      return t('verdict.exemptBecause', { reason });
    }
    // With something accepted it is not so that every objective is met.
    if (verdict === 'protected' && acceptsRisk) {
      return t('verdict.protectedByWaiver');
    }
    if (!deciding) return meaning;
    // What stands between Protected and Proven is no reason for alarm, so what is good comes first.
    return verdict === 'protected'
      ? t('verdict.protectedBut', { meaning, finding: deciding.message })
      : deciding.message;
  };

  return (
    <Headline
      verdict={verdict}
      stale={summary.stale}
      why={why()}
      title={
        <>
          {t(`verdict.${verdict}.name`)}
          {summary.verdictSince && (
            <span className={styles.since}>
              {t('verdict.since', {
                time: <LocalTime instant={summary.verdictSince} />,
              })}
            </span>
          )}
        </>
      }
    />
  );
};
