import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetSummary, Verdict } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import { verdictLook } from '../verdict';
import tones from '../verdict/tone.module.css';
import { verdicts } from './FleetFilter';
import styles from './VerdictTiles.module.css';

/** How many databases have which verdict; each tile switches the filter for its own on and off. */
export const VerdictTiles = (props: {
  summary?: FleetSummary;
  selected: Verdict[];
  onChange: (selected: Verdict[]) => void;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { summary, selected, onChange } = props;
  return (
    <div role="group" aria-label={t('fleet.tiles')} className={styles.tiles}>
      {verdicts.map(verdict => {
        const { Icon, tone } = verdictLook[verdict];
        const isSelected = selected.includes(verdict);
        return (
          <button
            key={verdict}
            type="button"
            aria-pressed={isSelected}
            className={clsx(tones.tone, styles.tile)}
            data-tone={tone}
            title={t(`verdict.${verdict}.meaning`)}
            onClick={() =>
              onChange(
                isSelected
                  ? selected.filter(other => other !== verdict)
                  : [...selected, verdict],
              )
            }
          >
            <Icon aria-hidden />
            <span className={styles.count}>
              {summary ? summary.byVerdict[verdict] ?? 0 : '–'}
            </span>
            <span className={styles.name}>{t(`verdict.${verdict}.name`)}</span>
          </button>
        );
      })}
    </div>
  );
};
