import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { CoveredVolume } from './decisiveCoverage';

/** Says how a backup holds a volume, or why it does not: `uploaded to the store; torn: copied while the server wrote`. */
export function useCoverageState(): (covered: CoveredVolume) => string {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return ({ state, holding, consistency }) =>
    [
      state === 'held'
        ? t(`holding.held.${holding ?? 'untold'}`)
        : t(`holding.state.${state}`),
      consistency && t(`holding.consistency.${consistency}`),
    ]
      .filter(Boolean)
      .join('; ');
}
