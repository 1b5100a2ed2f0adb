import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useProtection } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import styles from './HoldingSection.module.css';
import { PersistenceLine } from './PersistenceLine';
import { VolumeLine } from './VolumeLine';

/** As many as a card has room for. */
const mostVolumes = 4;

/**
 * What holds the bytes: what a server in memory writes, and how the newest backup holds each volume. Nothing where backups are not of
 * volumes, since the recovery window says all of it then.
 */
export const HoldingSection = (props: { databaseId: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { data, error } = useProtection(props.databaseId);
  if (error && !data) {
    return (
      <Section title={t('holding.title')}>
        <p className={styles.words}>{t('holding.failed')}</p>
      </Section>
    );
  }
  if (!data) return null;
  const { persistence, volumes, unclaimed } = data;
  // In full where any of them is covered: one that is not stands out beside them.
  const shown = volumes.some(({ coverage }) => coverage.length > 0)
    ? volumes
    : [];
  if (!persistence && !unclaimed && shown.length === 0) return null;
  const more = shown.length - mostVolumes;
  return (
    <Section title={t('holding.title')}>
      {persistence && <PersistenceLine persistence={persistence} />}
      {unclaimed && (
        <p className={styles.words}>{t(`holding.unclaimed.${unclaimed}`)}</p>
      )}
      {shown.slice(0, mostVolumes).map(volume => (
        <VolumeLine key={volume.claim} volume={volume} />
      ))}
      {more > 0 && (
        <p className={styles.words}>{t('holding.more', { count: more })}</p>
      )}
    </Section>
  );
};
