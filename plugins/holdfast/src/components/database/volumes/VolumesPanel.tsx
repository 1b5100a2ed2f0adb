import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useProtection } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { Section } from '../../card';
import { PersistenceLine } from '../../holding';
import { Loaded } from '../../states';
import { Panel } from '../Panel';
import styles from '../Panel.module.css';
import { VolumeSection } from './VolumeSection';

/** What is written to disk, and each volume with its troubles and what backups did with it. */
export const VolumesPanel = (props: { databaseId: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const protection = useProtection(props.databaseId);
  return (
    <Panel>
      <Loaded query={protection} failed={t('volumes.failed')}>
        {({ persistence, unclaimed, volumes, evidenceHidden }) => (
          <>
            {evidenceHidden && (
              <p className={styles.words}>{t('evidence.hidden')}</p>
            )}
            {persistence && (
              <Section title={t('volumes.persistence')}>
                <PersistenceLine persistence={persistence} />
              </Section>
            )}
            {unclaimed && (
              <p className={styles.words}>
                {t(`holding.unclaimed.${unclaimed}`)}
              </p>
            )}
            {volumes.length === 0 && !unclaimed && (
              <p className={styles.words}>{t('volumes.none')}</p>
            )}
            {volumes.map(volume => (
              <VolumeSection key={volume.claim} volume={volume} />
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  );
};
