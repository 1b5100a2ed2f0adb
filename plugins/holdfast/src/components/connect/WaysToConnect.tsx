import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { EngineName } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { CertificatePanel } from './CertificatePanel';
import { ConnectionChoice } from './choice';
import { clients } from './clients';
import { LocalPanel } from './LocalPanel';
import { PodPanel } from './PodPanel';

/** What to write into a manifest, what to type, and how to check whom one talks to. */
export const WaysToConnect = (props: {
  choice: ConnectionChoice;
  engine: EngineName;
  cluster: string;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { choice, engine, cluster } = props;
  const client = clients[engine];
  return (
    <Tabs>
      <TabList aria-label={t('connect.ways.label')}>
        {client && <Tab id="pod">{t('connect.ways.pod')}</Tab>}
        {client && <Tab id="local">{t('connect.ways.local')}</Tab>}
        <Tab id="certificate">{t('connect.ways.certificate')}</Tab>
      </TabList>
      {client && (
        <TabPanel id="pod">
          <PodPanel choice={choice} client={client} />
        </TabPanel>
      )}
      {client && (
        <TabPanel id="local">
          <LocalPanel choice={choice} client={client} cluster={cluster} />
        </TabPanel>
      )}
      <TabPanel id="certificate">
        <CertificatePanel choice={choice} />
      </TabPanel>
    </Tabs>
  );
};
