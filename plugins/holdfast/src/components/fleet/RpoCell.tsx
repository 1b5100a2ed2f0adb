import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell } from '@backstage/ui';
import {
  DatabaseSummary,
  formatDuration,
} from '@holdfast/plugin-holdfast-common';
import { RiCloseLine } from '@remixicon/react';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import { compare } from '../comparison';
import tones from '../verdict/tone.module.css';
import styles from './DatabaseTable.module.css';

/** Attained RPO against its objective. */
export const RpoCell = (props: { database: DatabaseSummary }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { attainedRpoSeconds, rpoObjectiveSeconds, verdict } = props.database;
  const nothing = verdict === 'unprotected';

  const attained = () => {
    if (nothing) return t('attained.nothing');
    return attainedRpoSeconds === undefined
      ? t('attained.notKnown')
      : formatDuration(attainedRpoSeconds);
  };
  const objective = () => {
    if (rpoObjectiveSeconds === undefined || verdict === 'exempt') {
      return undefined;
    }
    const comparison = compare({
      attained: attainedRpoSeconds,
      objective: rpoObjectiveSeconds,
      nothing,
      exempt: false,
    });
    const missed = comparison === 'missed';
    return (
      <span
        className={clsx(tones.tone, styles.objective)}
        data-tone={missed ? 'negative' : 'neutral'}
      >
        {missed && <RiCloseLine aria-hidden />}
        {t(`fleet.rpo.${comparison}`, {
          objective: formatDuration(rpoObjectiveSeconds),
        })}
      </span>
    );
  };

  return (
    <Cell>
      <span className={styles.cell}>
        {attained()}
        {objective()}
      </span>
    </Cell>
  );
};
