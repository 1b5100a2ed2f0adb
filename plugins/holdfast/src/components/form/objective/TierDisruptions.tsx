import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Disruption,
  formatDuration,
  Objective,
  PreviewedDatabase,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { compare } from '../../comparison';
import styles from './TierDisruptions.module.css';

const disruptions: Disruption[] = ['instance', 'zone', 'region', 'data'];

/** What would be lost, and for how long it would be away, in a line for each disruption. */
export const TierDisruptions = (props: {
  objective: Objective;
  predicted: PreviewedDatabase['predicted'];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { objective, predicted } = props;
  const words = (seconds: number | undefined) =>
    seconds === undefined
      ? t('form.objective.notKnown')
      : formatDuration(seconds);
  const isMissed = (attained: number | undefined, allowed: number) =>
    compare({
      attained,
      objective: allowed,
      nothing: false,
      exempt: predicted.verdict === 'exempt',
    }) === 'missed';

  return (
    <>
      {disruptions.map(disruption => {
        const rpo = predicted.rpo[disruption].seconds;
        const rto = predicted.rto[disruption].seconds;
        const missed =
          isMissed(rpo, objective.rpoSeconds[disruption].value) ||
          isMissed(rto, objective.rtoSeconds[disruption].value);
        return (
          <span key={disruption} className={styles.disruption}>
            <span className={styles.when}>
              {t(`form.objective.disruption.${disruption}`)}
            </span>
            <span className={missed ? styles.missed : undefined}>
              {rpo === undefined && rto === undefined ? (
                t('form.objective.notKnown')
              ) : (
                <>
                  <span className={styles.part}>
                    {t('form.objective.loses', {
                      time:
                        rpo === 0 ? t('form.objective.nothing') : words(rpo),
                    })}
                  </span>{' '}
                  <span className={styles.part}>
                    {t('form.objective.back', { time: words(rto) })}
                  </span>
                </>
              )}
              {missed && <> {t('form.objective.missed')}</>}
            </span>
          </span>
        );
      })}
    </>
  );
};
