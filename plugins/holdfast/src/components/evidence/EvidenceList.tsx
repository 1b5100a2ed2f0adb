import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Evidence } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';
import { CopyButton } from './CopyButton';
import styles from './EvidenceList.module.css';
import { kubectlCommand } from './kubectlCommand';

/** What was read, where and when, so that it can be looked up. */
export const EvidenceList = (props: { evidence: Evidence[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <ul className={styles.list}>
      {props.evidence.map(evidence => {
        const { object, field, value, observedAt } = evidence;
        const command = kubectlCommand(evidence);
        const place = [object.cluster, object.namespace]
          .filter(Boolean)
          .join(' / ');
        return (
          <li
            key={`${place} ${object.kind} ${object.name} ${field}`}
            className={styles.evidence}
          >
            <div className={styles.words}>
              <span className={styles.object}>
                {place} / {object.kind} {object.name}
              </span>
              <span className={styles.fact}>
                {field}
                {value === undefined ? (
                  <span className={styles.absent}>
                    {' '}
                    {t('evidence.notThere')}
                  </span>
                ) : (
                  <>
                    : <span className={styles.value}>{String(value)}</span>
                  </>
                )}
              </span>
              {observedAt && (
                <span className={styles.seen}>
                  {t('evidence.observedAt', {
                    time: <LocalTime instant={observedAt} seconds />,
                  })}
                </span>
              )}
            </div>
            {command && (
              <CopyButton
                text={command}
                label={t('evidence.copy')}
                copiedLabel={t('evidence.copied')}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};
