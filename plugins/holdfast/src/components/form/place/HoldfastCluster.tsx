import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProvisioningCluster } from '@holdfast/plugin-holdfast-common';
import { messageOf } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { FormFieldProps } from '../FormFieldProps';
import { NamedChoice } from '../NamedChoice';
import { useFormField } from '../useFormField';

/** A cluster that Holdfast reads; a name is typed where none could be read. */
export const HoldfastCluster = (props: FormFieldProps<string>) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const field = useFormField(props);
  const { data, error } = field.provisioning;
  const placeOf = ({ provider, region }: ProvisioningCluster) =>
    [provider, region].filter(Boolean).join(' ') || t('form.cluster.nowhere');
  const wordsOf = (cluster: ProvisioningCluster) =>
    `${placeOf(cluster)} · ${t('form.cluster.namespaces', {
      count: cluster.namespaces.length,
    })}`;
  const clusters = data?.clusters ?? [];
  const chosen = clusters.find(({ name }) => name === props.formData);
  const note = () => {
    if (error) return t('form.cluster.failed', { reason: messageOf(error) });
    if (data && clusters.length === 0) return t('form.cluster.none');
    return chosen && wordsOf(chosen);
  };
  return (
    <NamedChoice
      field={field}
      formProps={props}
      options={clusters.map(cluster => ({
        id: cluster.name,
        label: cluster.name,
        description: wordsOf(cluster),
      }))}
      note={note()}
    />
  );
};
