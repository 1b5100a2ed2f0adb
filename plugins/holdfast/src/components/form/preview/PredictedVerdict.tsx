import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PreviewedDatabase } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { Headline } from '../../recovery/Headline';

/** The verdict that an arrangement would reach once it runs, and why no better one. */
export const PredictedVerdict = (props: { database: PreviewedDatabase }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { predicted, findings, objective } = props.database;
  const { verdict } = predicted;
  const deciding = findings.find(({ ceiling }) => ceiling === verdict);
  const reason = objective.exempt?.value.reason;
  const why = () => {
    if (verdict === 'exempt' && reason !== undefined) {
      return t('verdict.exemptBecause', { reason });
    }
    if (verdict === 'protected' || !deciding) {
      return t(`preview.meaning.${verdict}`);
    }
    return deciding.message;
  };
  return (
    <Headline
      verdict={verdict}
      title={t('preview.verdict', { verdict: t(`verdict.${verdict}.name`) })}
      why={why()}
    />
  );
};
