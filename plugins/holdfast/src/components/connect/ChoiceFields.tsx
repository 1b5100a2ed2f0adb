import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { Connection } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { ConnectionChoice } from './choice';
import styles from './ChoiceFields.module.css';

/** Endpoint, database and role to choose from. */
export const ChoiceFields = (props: {
  connection: Connection;
  choice: ConnectionChoice;
  onChange: (change: {
    endpoint?: string;
    database?: string;
    role?: string;
  }) => void;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { connection, choice, onChange } = props;
  const { endpoints, databases, roles } = connection;
  return (
    <div className={styles.fields}>
      <Select
        label={t('connect.choice.endpoint')}
        size="small"
        value={choice.endpoint.service}
        onChange={key => onChange({ endpoint: String(key) })}
        options={endpoints.map(({ service, pool }) => ({
          id: service,
          label: pool ? t('connect.choice.pool', { service }) : service,
        }))}
      />
      <Select
        label={t('connect.choice.database')}
        placeholder={t('connect.choice.noDatabase')}
        size="small"
        isDisabled={databases.length === 0}
        value={choice.database?.name ?? null}
        onChange={key => onChange({ database: String(key) })}
        options={databases.map(({ name, allowsConnections }) => ({
          id: name,
          label: allowsConnections
            ? name
            : t('connect.choice.closed', { name }),
        }))}
      />
      <Select
        label={t('connect.choice.role')}
        placeholder={t('connect.choice.noRole')}
        size="small"
        isDisabled={roles.length === 0}
        value={choice.role?.name ?? null}
        onChange={key => onChange({ role: String(key) })}
        options={roles.map(({ name, superuser }) => ({
          id: name,
          label: superuser ? t('connect.choice.superuser', { name }) : name,
        }))}
      />
    </div>
  );
};
