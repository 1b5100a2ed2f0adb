import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Disruption,
  PreviewedDatabase,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { Headline } from '../../recovery/Headline';
import { useLocale } from '../../time';

const disruptions: Disruption[] = ['instance', 'zone', 'region', 'data'];

/** The verdict that an arrangement would reach once it runs, and why no better one. */
export const PredictedVerdict = (props: { database: PreviewedDatabase }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const locale = useLocale();
  const { predicted, findings, objective } = props.database;
  const { verdict } = predicted;
  const deciding = findings.find(({ ceiling }) => ceiling === verdict);
  const reason = objective.exempt?.value.reason;
  const why = () => {
    if (verdict === 'exempt' && reason !== undefined) {
      return t('verdict.exemptBecause', { reason });
    }
    return verdict === 'protected' || !deciding
      ? t(`preview.meaning.${verdict}`)
      : deciding.message;
  };
  const undecided = disruptions.filter(
    disruption =>
      predicted.rpo[disruption].seconds === undefined ||
      predicted.rto[disruption].seconds === undefined,
  );
  const notKnown =
    verdict === 'protected' && undecided.length > 0
      ? t('preview.notKnown', {
          disruptions: new Intl.ListFormat(locale, {
            type: 'disjunction',
          }).format(undecided.map(name => t(`disruption.${name}`))),
        })
      : undefined;
  return (
    <Headline
      verdict={verdict}
      title={t('preview.verdict', { verdict: t(`verdict.${verdict}.name`) })}
      why={[why(), notKnown].filter(Boolean).join(' ')}
    />
  );
};
