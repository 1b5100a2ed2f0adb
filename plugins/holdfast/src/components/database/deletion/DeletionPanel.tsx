import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDeletion } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { Section } from '../../card';
import { Loaded } from '../../states';
import { Panel } from '../Panel';
import styles from '../Panel.module.css';
import { BytesItem } from './BytesItem';

/** What becomes of the bytes of a database, live and backed up, when it leaves Git or is deleted. */
export const DeletionPanel = (props: {
  databaseId: string;
  evidenceHidden: boolean;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const deletion = useDeletion(props.databaseId);
  return (
    <Panel>
      <Loaded query={deletion} failed={t('deletion.failed')}>
        {({ items }) => (
          <>
            {props.evidenceHidden && (
              <p className={styles.words}>{t('evidence.hidden')}</p>
            )}
            {items.map(({ event, bytes }) => (
              <Section key={event} title={t(`deletion.event.${event}`)}>
                {bytes.length === 0 && (
                  <p className={styles.words}>{t('deletion.none')}</p>
                )}
                <ul className={styles.list}>
                  {bytes.map(item => (
                    <li key={`${item.kind} ${item.storeId ?? item.name}`}>
                      <BytesItem bytes={item} />
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  );
};
