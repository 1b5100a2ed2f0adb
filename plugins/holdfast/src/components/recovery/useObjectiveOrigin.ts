import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ObjectiveOrigin } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';

/** Says where an objective comes from. */
export function useObjectiveOrigin(): (origin: ObjectiveOrigin) => string {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return ({ level, reference }) => {
    if (level === 'entity') return t('origin.entity');
    return level === 'default' || reference === undefined
      ? t('origin.default')
      : t(`origin.${level}`, { reference });
  };
}
