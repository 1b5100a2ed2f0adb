import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseProtection } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { Section } from '../../card';
import { EvidenceDisclosure } from '../../fact';
import styles from '../Panel.module.css';
import { CoverageTable } from './CoverageTable';
import { VolumeFacts } from './VolumeFacts';
import { VolumeTroubleLine } from './VolumeTroubleLine';

/** One volume: what it is, what is wrong with it, and what each backup did with it. */
export const VolumeSection = (props: {
  volume: DatabaseProtection['volumes'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { volume } = props;
  const { claim, coverage, troubles, evidence } = volume;
  return (
    <Section title={claim}>
      <VolumeFacts volume={volume} />
      {troubles.map((trouble, index) => (
        <VolumeTroubleLine
          // A volume may have the same trouble twice, of two pods.
          key={`${trouble.kind} ${index}`}
          trouble={trouble}
          claim={claim}
        />
      ))}
      {coverage.length > 0 ? (
        <CoverageTable claim={claim} coverage={coverage} />
      ) : (
        <p className={styles.words}>{t('volumes.uncovered')}</p>
      )}
      <EvidenceDisclosure of={claim} evidence={evidence} />
    </Section>
  );
};
