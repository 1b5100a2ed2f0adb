import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  Connection,
  ConnectionEndpoint,
  DatabaseSummary,
} from '@holdfast/plugin-holdfast-common';
import { RiPlugLine } from '@remixicon/react';
import { useState } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { Notice, StaleNotice } from '../states';
import { AddressSection } from './AddressSection';
import { ChoiceFields } from './ChoiceFields';
import { CredentialSection } from './CredentialSection';
import styles from './DatabaseConnection.module.css';
import { Remark } from './Remark';
import { WaysToConnect } from './WaysToConnect';

/** How to connect to one database, for the endpoint, the database and the role that are chosen. */
export const DatabaseConnection = (props: {
  connection: Connection;
  summary: DatabaseSummary;
  freshness: { asOf: string; stale: boolean };
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { connection, summary, freshness } = props;
  const { endpoints, databases, roles, follows, gaps } = connection;
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const endpoint =
    endpoints.find(({ service }) => service === chosen.endpoint) ??
    firstToChoose(endpoints);
  const choice = endpoint && {
    endpoint,
    database:
      databases.find(({ name }) => name === chosen.database) ?? databases[0],
    role: roles.find(({ name }) => name === chosen.role) ?? roles[0],
  };
  return (
    <div className={styles.content}>
      {freshness.stale && (
        <StaleNotice
          cluster={summary.reference.cluster}
          since={freshness.asOf}
        />
      )}
      {gaps.length > 0 && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('connect.gap.title')}
          description={gaps
            .map(({ area, message }) => t(`connect.gap.${area}`, { message }))
            .join(' ')}
        />
      )}
      {follows !== undefined && (
        <Remark>{t('connect.follows', { source: follows })}</Remark>
      )}
      {choice ? (
        <>
          <ChoiceFields
            connection={connection}
            choice={choice}
            onChange={change => setChosen({ ...chosen, ...change })}
          />
          <AddressSection choice={choice} />
          <CredentialSection
            choice={choice}
            operator={summary.operator}
            follows={follows}
          />
          <WaysToConnect
            choice={choice}
            engine={summary.engine}
            cluster={summary.reference.cluster}
          />
        </>
      ) : (
        <Notice Icon={RiPlugLine} title={t('connect.noEndpoint.title')}>
          {t('connect.noEndpoint.description')}
        </Notice>
      )}
    </div>
  );
};

/** The primary itself: a pool before it does not take everybody. */
function firstToChoose(
  endpoints: readonly ConnectionEndpoint[],
): ConnectionEndpoint | undefined {
  return (
    endpoints.find(({ reaches, pool }) => reaches === 'primary' && !pool) ??
    endpoints[0]
  );
}
