import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  PostgresqlInputs,
  ProvisioningContext,
} from '@holdfast/plugin-holdfast-common';
import { messageOf, usePreview } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { CostLines } from '../cost/CostLines';
import { UnpricedList } from '../cost/UnpricedList';
import { Note } from '../Note';
import { soundInputs } from '../soundInputs';
import { Updating } from '../Updating';

/** Which part of an estimate a volume is. */
const parts: Record<string, string> = {
  dataSize: 'data-volumes',
  walSize: 'wal-volumes',
};

/** What the volumes of all instances would cost on the cluster that is chosen, by component. */
export const VolumePrice = (props: {
  input: string;
  inputs: Partial<PostgresqlInputs>;
  context: ProvisioningContext;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { inputs } = soundInputs(props.inputs, props.context);
  const preview = usePreview({ inputs, nameMayBeTaken: true });
  const { data, error, isOutdated } = preview;
  if (error) {
    return <Note>{t('form.price.failed', { reason: messageOf(error) })}</Note>;
  }
  if (!data) return <Skeleton height={56} />;
  const part = parts[props.input];
  const { cost, choices } = data;
  const lines = cost?.lines.filter(({ object }) => object === part) ?? [];
  const gaps = cost?.unpriced.filter(({ object }) => object === part) ?? [];
  if (!cost || (lines.length === 0 && gaps.length === 0)) {
    return <Note>{t('form.price.none')}</Note>;
  }
  const values = {
    cluster: inputs.cluster ?? '',
    count: choices?.instances ?? 1,
  };
  return (
    <Updating when={isOutdated}>
      {lines.length > 0 && (
        <CostLines
          onePart
          label={t('form.price.label', values)}
          currency={cost.currency}
          lines={lines}
          total={t('form.price.total', values)}
        />
      )}
      {gaps.length > 0 && <UnpricedList unpriced={gaps} />}
    </Updating>
  );
};
