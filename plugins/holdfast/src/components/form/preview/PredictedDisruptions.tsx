import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Disruption,
  formatDuration,
  PreviewedDatabase,
} from '@holdfast/plugin-holdfast-common';
import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../../translation';
import { compare, Comparison } from '../../comparison';
import tables from '../../table.module.css';
import { Tone } from '../../verdict';
import tones from '../../verdict/tone.module.css';
import styles from './PredictedDisruptions.module.css';

const disruptions: Disruption[] = ['instance', 'zone', 'region', 'data'];

const looks: Record<Comparison, { Icon: typeof RiCheckLine; tone: Tone }> = {
  met: { Icon: RiCheckLine, tone: 'positive' },
  missed: { Icon: RiCloseLine, tone: 'negative' },
  undecided: { Icon: RiSubtractLine, tone: 'neutral' },
};

/** What each disruption would cost, beside what the objective allows. */
export const PredictedDisruptions = (props: {
  database: PreviewedDatabase;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { predicted, objective } = props.database;
  const nothing = predicted.verdict === 'unprotected';
  const exempt = predicted.verdict === 'exempt';

  const cell = (
    attained: number | undefined,
    allowed: number,
    words: { ifNothing: string; ifZero?: string },
  ) => {
    const comparison = compare({
      attained,
      objective: allowed,
      nothing: nothing && attained === undefined,
      exempt,
    });
    const { Icon, tone } = looks[comparison];
    const value = () => {
      if (attained === 0 && words.ifZero) return words.ifZero;
      if (attained !== undefined) return formatDuration(attained);
      return nothing ? words.ifNothing : t('attained.notKnown');
    };
    const values = { objective: formatDuration(allowed) };
    return (
      <td>
        <span className={styles.value}>{value()}</span>
        <span
          className={clsx(tones.tone, styles.comparison)}
          data-tone={tone}
          data-comparison={comparison}
        >
          <Icon aria-hidden />
          {t(`attained.${comparison}`, values)}
        </span>
      </td>
    );
  };

  return (
    <div className={tables.scroll}>
      <table
        className={clsx(tables.table, styles.table)}
        aria-label={t('preview.disruptions.label')}
      >
        <thead>
          <tr>
            <th scope="col">{t('attained.table.disruption')}</th>
            <th scope="col">{t('preview.disruptions.rpo')}</th>
            <th scope="col">{t('preview.disruptions.rto')}</th>
          </tr>
        </thead>
        <tbody>
          {disruptions.map(disruption => (
            <tr key={disruption}>
              <th scope="row">{t(`disruption.${disruption}`)}</th>
              {cell(
                predicted.rpo[disruption].seconds,
                objective.rpoSeconds[disruption].value,
                {
                  ifNothing: t('attained.nothing'),
                  ifZero: t('preview.disruptions.nothing'),
                },
              )}
              {cell(
                predicted.rto[disruption].seconds,
                objective.rtoSeconds[disruption].value,
                { ifNothing: t('attained.never') },
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
