import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ScoredControl } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { FactLine } from '../fact';
import { controlLook } from './controlLook';
import styles from './Score.module.css';

/** Controls with their points, how they stand, and how to earn what is outstanding. */
export const ScoreControls = (props: { controls: ScoredControl[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <ul className={styles.list}>
      {props.controls.map(control => (
        <li key={control.id}>
          <FactLine
            {...controlLook[control.state]}
            note={
              <>
                {control.message}
                {control.earn && (
                  <span className={styles.earn}>
                    {t('score.earn', {
                      count: control.outstanding,
                      how: control.earn,
                    })}
                  </span>
                )}
              </>
            }
          >
            <span className={styles.control}>
              <span>
                {control.title}
                <span className={styles.state}>
                  {' '}
                  {t(`score.state.${control.state}`)}
                </span>
              </span>
              <span className={styles.reached}>
                {t('score.reached', {
                  reached: String(control.reached),
                  possible: String(control.possible),
                })}
              </span>
            </span>
          </FactLine>
        </li>
      ))}
    </ul>
  );
};
