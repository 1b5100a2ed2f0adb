import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ClusterState } from '@holdfast/plugin-holdfast-common';
import { RiDatabase2Line } from '@remixicon/react';
import { holdfastTranslationRef } from '../../translation';
import { Notice } from '../states';

/** Why there is no database at all, as far as the state of the clusters tells. */
export const FleetEmpty = (props: { clusters: ClusterState[] | undefined }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { clusters } = props;
  const reading = clusters?.filter(
    ({ state }) => state === 'connecting' || state === 'synchronising',
  );
  const why = () => {
    if (!clusters || !reading) return undefined;
    if (clusters.length === 0) return t('fleet.empty.noClusters');
    return reading.length > 0
      ? t('fleet.empty.reading', { count: reading.length })
      : t('fleet.empty.read');
  };
  return (
    <Notice Icon={RiDatabase2Line} title={t('fleet.empty.title')}>
      <Text as="p" variant="body-medium" color="secondary">
        {why()}
      </Text>
    </Notice>
  );
};
