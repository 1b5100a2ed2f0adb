import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Assessment, formatDuration } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import { compare } from '../comparison';
import tables from '../table.module.css';
import { DisruptionCell } from './DisruptionCell';
import styles from './DisruptionTable.module.css';
import { disruptions, leavesNothing } from './disruptions';
import { rpoNow } from './rpoNow';
import { useBasisWords } from './useBasisWords';

/** Attained RPO and RTO for everything that can go wrong, each against its objective and with how it is known. */
export const DisruptionTable = (props: {
  assessment: Assessment;
  now: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const basis = useBasisWords();
  const { rpo, rto, objective, verdict } = props.assessment;
  const cellOf = (options: {
    attained: number | undefined;
    objective: number;
    nothing: boolean;
    ifNothing: string;
  }) => {
    const { attained, objective: of, nothing, ifNothing } = options;
    const known = attained === undefined ? undefined : formatDuration(attained);
    return {
      attained: nothing ? ifNothing : known ?? t('attained.notKnown'),
      objective: formatDuration(of),
      comparison: compare({
        attained,
        objective: of,
        nothing,
        exempt: verdict === 'exempt',
      }),
    };
  };
  return (
    <table
      className={clsx(tables.table, tables.wrapping, styles.table)}
      aria-label={t('attained.table.label')}
    >
      <thead>
        <tr>
          <th scope="col">{t('attained.table.disruption')}</th>
          <th scope="col">{t('attained.table.rpo')}</th>
          <th scope="col">{t('attained.table.rto')}</th>
        </tr>
      </thead>
      <tbody>
        {disruptions.map(disruption => (
          <tr key={disruption}>
            <th scope="row">{t(`disruption.${disruption}`)}</th>
            <td>
              <DisruptionCell
                {...cellOf({
                  attained: rpoNow(rpo[disruption], props.now),
                  objective: objective.rpoSeconds[disruption].value,
                  nothing: leavesNothing(verdict, disruption),
                  ifNothing: t('attained.nothing'),
                })}
                basis={basis.ofRpo(rpo[disruption])}
              />
            </td>
            <td>
              <DisruptionCell
                {...cellOf({
                  attained: rto[disruption].seconds,
                  objective: objective.rtoSeconds[disruption].value,
                  nothing: leavesNothing(verdict, disruption),
                  ifNothing: t('attained.never'),
                })}
                basis={basis.ofRto(rto[disruption])}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
