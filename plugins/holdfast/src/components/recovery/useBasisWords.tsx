import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AttainedRpo, AttainedRto } from '@holdfast/plugin-holdfast-common';
import { ReactNode } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';

/** Says how an attained value is known. */
export function useBasisWords() {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return {
    ofRpo: ({ basis }: AttainedRpo): ReactNode =>
      basis && t(`attained.rpo.basis.${basis}`),
    ofRto: (rto: AttainedRto): ReactNode => {
      const { basis, measuredAt, measuredBy, inputs } = rto;
      if (!basis) return undefined;
      if (measuredAt) {
        const time = <LocalTime instant={measuredAt} />;
        return measuredBy === 'failover'
          ? t('attained.rto.basis.failoverAt', { time })
          : t('attained.rto.basis.measuredAt', { time });
      }
      return basis === 'estimated' && inputs.length > 0
        ? t('attained.rto.basis.estimatedFrom', { inputs: inputs.join(', ') })
        : t(`attained.rto.basis.${basis}`);
    },
  };
}
