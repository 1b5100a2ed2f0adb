import { useTranslationRef } from '@backstage/frontend-plugin-api';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../../translation';
import { coverageLook, CoveredVolume, useCoverageState } from '../../holding';
import tables from '../../table.module.css';
import { LocalTime } from '../../time';
import tones from '../../verdict/tone.module.css';
import styles from './CoverageTable.module.css';

/** What each backup did with a volume, newest first. */
export const CoverageTable = (props: {
  claim: string;
  coverage: CoveredVolume[];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const stateOf = useCoverageState();
  const { claim, coverage } = props;
  return (
    <table
      className={clsx(tables.table, tables.wrapping, styles.table)}
      aria-label={t('volumes.coverage.label', { claim })}
    >
      <thead>
        <tr>
          <th scope="col">{t('volumes.coverage.time')}</th>
          <th scope="col">{t('volumes.coverage.state')}</th>
        </tr>
      </thead>
      <tbody>
        {coverage.map((covered, index) => {
          const { Icon, tone } = coverageLook(covered);
          const { at, backup, method, reason } = covered;
          return (
            <tr key={`${backup?.name} ${at} ${index}`}>
              <td>
                {at ? (
                  <LocalTime instant={at} seconds />
                ) : (
                  t('attained.notKnown')
                )}
              </td>
              <td>
                <span
                  className={clsx(tones.tone, styles.state)}
                  data-tone={tone}
                >
                  <Icon aria-hidden />
                  <span>
                    {stateOf(covered)}
                    {reason && <span className={styles.more}>{reason}</span>}
                    <span className={styles.more}>
                      {[backup?.name, t(`window.method.${method}`)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
