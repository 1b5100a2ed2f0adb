import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseProtection } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { FactLine } from '../fact';
import { coverageLook } from './coverageLook';
import { CoverageWords } from './CoverageWords';
import { decisiveCoverage } from './decisiveCoverage';
import styles from './HoldingSection.module.css';

/** How the newest backup holds one volume. */
export const VolumeLine = (props: {
  volume: DatabaseProtection['volumes'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { claim, role, coverage } = props.volume;
  const { newest, lastHeld } = decisiveCoverage(coverage);
  return (
    <FactLine
      {...coverageLook(newest)}
      note={
        lastHeld &&
        t('holding.lastHeld', { words: <CoverageWords covered={lastHeld} /> })
      }
    >
      <span className={styles.claim}>{claim}</span>
      {role !== 'data' && ` (${t(`volumes.role.${role}`)})`}
      {': '}
      {newest ? <CoverageWords covered={newest} /> : t('holding.none')}
    </FactLine>
  );
};
