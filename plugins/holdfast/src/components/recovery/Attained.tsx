import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Assessment, formatDuration } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import styles from './Attained.module.css';
import { AttainedFigure } from './AttainedFigure';
import { compare, Comparison } from '../comparison';
import { rpoNow } from './rpoNow';
import { useBasisWords } from './useBasisWords';
import { useObjectiveOrigin } from './useObjectiveOrigin';

/** Attained RPO and RTO for the loss of data, which is what backups are for. */
export const Attained = (props: { assessment: Assessment; now: number }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const originOf = useObjectiveOrigin();
  const basis = useBasisWords();
  const { objective, rpo, rto, verdict } = props.assessment;
  const rpoSeconds = rpoNow(rpo.data, props.now);
  const nothing = verdict === 'unprotected';
  const exempt = verdict === 'exempt';

  const comparisonTexts = (seconds: number): Record<Comparison, string> => {
    const values = { objective: formatDuration(seconds) };
    return {
      met: t('attained.met', values),
      missed: t('attained.missed', values),
      undecided: t('attained.undecided', values),
    };
  };
  const valueOf = (seconds: number | undefined, ifNothing: string) => {
    if (nothing) return ifNothing;
    return seconds === undefined
      ? t('attained.notKnown')
      : formatDuration(seconds);
  };

  const rpoObjective = objective.rpoSeconds.data;
  const rtoObjective = objective.rtoSeconds.data;
  const rpoComparison = compare({
    attained: rpoSeconds,
    objective: rpoObjective.value,
    nothing,
    exempt,
  });
  const rtoComparison = compare({
    attained: rto.data.seconds,
    objective: rtoObjective.value,
    nothing,
    exempt,
  });

  return (
    <div className={styles.figures}>
      <AttainedFigure
        title={t('attained.rpo.title')}
        explanation={t('attained.rpo.explanation')}
        value={valueOf(rpoSeconds, t('attained.nothing'))}
        basis={!nothing && basis.ofRpo(rpo.data)}
        comparison={rpoComparison}
        comparisonText={comparisonTexts(rpoObjective.value)[rpoComparison]}
        origin={originOf(rpoObjective.origin)}
      />
      <AttainedFigure
        title={t('attained.rto.title')}
        explanation={t('attained.rto.explanation')}
        value={valueOf(rto.data.seconds, t('attained.never'))}
        basis={!nothing && basis.ofRto(rto.data)}
        comparison={rtoComparison}
        comparisonText={comparisonTexts(rtoObjective.value)[rtoComparison]}
        origin={originOf(rtoObjective.origin)}
      />
    </div>
  );
};
