import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';
import {
  ConnectionChoice,
  coveredHosts,
  credentialOf,
  verificationOf,
} from './choice';
import { Fact, Facts } from './Facts';
import { Named } from './Named';
import styles from './Panel.module.css';
import { Remark } from './Remark';

/** How to tell that the database is the one it says it is. */
export const CertificatePanel = (props: { choice: ConnectionChoice }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { endpoint, role } = props.choice;
  const { authority, hostNames } = endpoint.certificate;
  const credential = credentialOf(props.choice);
  const covered = coveredHosts(endpoint);
  const hasClientCertificate = role?.credentials.some(
    ({ kind }) => kind === 'client-certificate',
  );
  return (
    <div className={styles.panel}>
      <Facts>
        {authority && (
          <Fact name={t('connect.certificate.authority')}>
            {t('connect.certificate.key', {
              key: <Named name={authority.key} />,
              secret: <Named name={authority.secret} what={authority.secret} />,
            })}
          </Fact>
        )}
        {authority?.expiresAt && (
          <Fact name={t('connect.certificate.until')}>
            <LocalTime instant={authority.expiresAt} />
          </Fact>
        )}
        <Fact name={t('connect.certificate.sslMode')}>
          {t(`connect.certificate.mode.${verificationOf(endpoint)}`)}
        </Fact>
        {covered.length > 0 && (
          <Fact name={t('connect.certificate.names')}>
            <Named name={covered.join(', ')} />
          </Fact>
        )}
      </Facts>
      <Remark warns={endpoint.tls === 'off'}>
        {t(`connect.certificate.tls.${endpoint.tls}`)}
      </Remark>
      {!authority && endpoint.tls !== 'off' && (
        <Remark warns>{t('connect.certificate.authorityUnknown')}</Remark>
      )}
      {authority && !hostNames && (
        <Remark warns>{t('connect.certificate.namesUnknown')}</Remark>
      )}
      {hostNames && covered.length === 0 && (
        <Remark warns>
          {t('connect.certificate.notCovered', { service: endpoint.service })}
        </Remark>
      )}
      {authority?.madeBy === 'operator' && (
        <Remark>{t('connect.certificate.renewed')}</Remark>
      )}
      {authority?.hasPrivateKey && (
        <Remark>
          {t('connect.certificate.privateKey', { key: authority.key })}
        </Remark>
      )}
      {role && credential?.kind === 'client-certificate' && (
        <Remark>
          {t('connect.certificate.client', {
            role: role.name,
            secret: credential.secret,
          })}
        </Remark>
      )}
      {endpoint.pool?.authentication === 'password' && hasClientCertificate && (
        <Remark>{t('connect.certificate.clientPool')}</Remark>
      )}
    </div>
  );
};
