import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { ConnectionChoice } from './choice';
import { Client } from './clients';
import { CodeBlock } from './CodeBlock';
import styles from './Panel.module.css';

/** What a container needs in its manifest. */
export const PodPanel = (props: {
  choice: ConnectionChoice;
  client: Client;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { choice, client } = props;
  return (
    <div className={styles.panel}>
      <CodeBlock
        title={t('connect.pod.code')}
        code={client.podEnvironment(choice)}
        note={t('connect.pod.namespace', {
          namespace: choice.endpoint.namespace,
        })}
      />
    </div>
  );
};
