import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { hostNamesOf } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { ConnectionChoice } from './choice';
import { Fact, Facts } from './Facts';
import { Named } from './Named';
import { Remark } from './Remark';
import { useWhatIsBehind } from './useWhatIsBehind';

/** Where to connect to, what answers there, and why it may not. */
export const AddressSection = (props: { choice: ConnectionChoice }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { endpoint, database } = props.choice;
  const { namespace, pool, instances, serviceType } = endpoint;
  const [short, full] = hostNamesOf(endpoint);
  const behind = useWhatIsBehind(endpoint);
  const host = t('connect.address.host');
  return (
    <Section title={t('connect.address.title')}>
      <Facts>
        <Fact name={host}>
          <Named
            name={short}
            what={short}
            about={t('connect.address.inNamespace', { namespace })}
          />
          <br />
          <Named
            name={full}
            what={full}
            about={t('connect.address.everywhere')}
          />
        </Fact>
        <Fact name={t('connect.address.port')}>
          <Named name={String(endpoint.port)} />
        </Fact>
        {database && (
          <Fact name={t('connect.address.database')}>
            <Named name={database.name} />
          </Fact>
        )}
        <Fact name={t('connect.address.behind')}>{behind}</Fact>
      </Facts>
      {instances === 0 && <Remark warns>{t('connect.address.nobody')}</Remark>}
      {pool?.instances === 0 && (
        <Remark warns>{t('connect.address.poolNobody')}</Remark>
      )}
      {pool?.paused && <Remark warns>{t('connect.address.poolPaused')}</Remark>}
      {pool?.problem && (
        <Remark warns>
          {t('connect.address.poolProblem', { problem: pool.problem })}
        </Remark>
      )}
      {database?.allowsConnections === false && (
        <Remark warns>{t('connect.address.closed')}</Remark>
      )}
      {database?.problem && (
        <Remark warns>
          {t('connect.address.databaseProblem', { problem: database.problem })}
        </Remark>
      )}
      {database?.assumed && (
        <Remark>
          {t('connect.address.databaseAssumed', { name: database.name })}
        </Remark>
      )}
      {pool?.mode === 'transaction' && (
        <Remark>{t('connect.address.byTransaction')}</Remark>
      )}
      {serviceType !== 'ClusterIP' && (
        <Remark>{t('connect.address.external', { type: serviceType })}</Remark>
      )}
    </Section>
  );
};
