import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { ConnectionChoice } from './choice';
import { Client } from './clients';
import { CodeBlock } from './CodeBlock';
import { portForwardCommand } from './kubectl';
import styles from './Panel.module.css';
import { Remark } from './Remark';

/** What to type on one's own machine, one step after the other. */
export const LocalPanel = (props: {
  choice: ConnectionChoice;
  client: Client;
  cluster: string;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { choice, client, cluster } = props;
  const { service, port, namespace } = choice.endpoint;
  const { localPort } = client;
  const place = { cluster, namespace };
  const { files, psql, variables } = client.localSession(choice, {
    place,
    localPort,
  });
  return (
    <div className={styles.panel}>
      <CodeBlock
        title={t('connect.local.forward')}
        code={portForwardCommand(place, { service, port, localPort })}
        note={t('connect.local.forwardNote')}
      />
      {files && (
        <CodeBlock
          title={t('connect.local.files')}
          code={files}
          note={t('connect.local.filesNote')}
        />
      )}
      <CodeBlock title={t('connect.local.psql')} code={psql} />
      <CodeBlock title={t('connect.local.variables')} code={variables} />
      <Remark>{t('connect.local.context', { cluster })}</Remark>
    </div>
  );
};
