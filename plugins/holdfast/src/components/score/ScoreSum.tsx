import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Score } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import styles from './Score.module.css';

/** The score in numbers: `72 of 100, 28 points outstanding`. */
export const ScoreSum = (props: { score: Score }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { points, possible, outstanding } = props.score;
  return (
    <span className={styles.sum}>
      <span className={styles.points}>
        {t('score.points', {
          points: String(points),
          possible: String(possible),
        })}
      </span>
      {', '}
      {outstanding > 0
        ? t('score.outstanding', { count: outstanding })
        : t('score.complete')}
    </span>
  );
};
