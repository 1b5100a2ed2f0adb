import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { RelativeTime } from '../time';
import { CoveredVolume } from './decisiveCoverage';
import { useCoverageState } from './useCoverageState';

/** What a backup did with a volume: `moved to the store 3 hours ago by nightly (Velero, moved snapshot)`. */
export const CoverageWords = (props: { covered: CoveredVolume }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const stateOf = useCoverageState();
  const { at, backup, method, reason } = props.covered;
  const tool = t(`window.method.${method}`);
  return (
    <>
      {stateOf(props.covered)}
      {', '}
      {at && (
        <>
          <RelativeTime instant={at} />{' '}
        </>
      )}
      {backup
        ? t('holding.by', { backup: backup.name, method: tool })
        : t('holding.byMethod', { method: tool })}
      {reason && `: ${reason}`}
    </>
  );
};
