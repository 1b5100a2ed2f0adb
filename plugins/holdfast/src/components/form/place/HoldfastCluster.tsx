import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox } from '@backstage/ui';
import { ProvisioningCluster } from '@holdfast/plugin-holdfast-common';
import { messageOf } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { Note } from '../Note';
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
    <FieldStack>
      <Combobox
        label={field.label}
        description={field.description}
        isRequired={field.isRequired}
        isDisabled={field.isDisabled}
        size="medium"
        allowsCustomValue
        options={clusters.map(cluster => ({
          id: cluster.name,
          label: cluster.name,
          description: wordsOf(cluster),
        }))}
        inputValue={props.formData ?? ''}
        onInputChange={typed => props.onChange(typed || undefined)}
        validationBehavior="aria"
        validate={() => field.error}
      />
      {note() && <Note>{note()}</Note>}
    </FieldStack>
  );
};
