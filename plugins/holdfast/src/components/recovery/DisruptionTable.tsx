import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Assessment,
  Disruption,
  formatDuration,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import tables from '../table.module.css';
import { rpoNow } from './rpoNow';

const disruptions: Disruption[] = ['instance', 'zone', 'region', 'data'];

/** Attained RPO and RTO for everything that can go wrong. */
export const DisruptionTable = (props: {
  assessment: Assessment;
  now: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { rpo, rto, objective } = props.assessment;
  const comparison = (attained: number | undefined, of: number) =>
    t('attained.table.of', {
      attained:
        attained === undefined
          ? t('attained.notKnown')
          : formatDuration(attained),
      objective: formatDuration(of),
    });
  return (
    <div className={tables.scroll}>
      <table className={tables.table} aria-label={t('attained.table.label')}>
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
                {comparison(
                  rpoNow(rpo[disruption], props.now),
                  objective.rpoSeconds[disruption].value,
                )}
              </td>
              <td>
                {comparison(
                  rto[disruption].seconds,
                  objective.rtoSeconds[disruption].value,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
