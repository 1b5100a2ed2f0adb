import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox } from '@backstage/ui';
import { holdfastTranslationRef } from '../../../translation';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { Note } from '../Note';
import { useFormField } from '../useFormField';

/** A namespace of the cluster that is chosen, or the name of another one. */
export const HoldfastNamespace = (props: FormFieldProps<string>) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const field = useFormField(props);
  const { cluster, name } = field.inputs;
  const chosen = field.provisioning.data?.clusters.find(
    other => other.name === cluster,
  );
  const namespaces = chosen?.namespaces ?? [];
  const value = props.formData ?? '';
  const note = () => {
    if (value === '') {
      return name === undefined
        ? t('form.namespace.own')
        : t('form.namespace.ownNamed', { name });
    }
    if (!chosen || field.problem !== undefined) return undefined;
    return namespaces.includes(value)
      ? t('form.namespace.there', { cluster: chosen.name })
      : t('form.namespace.notThere', { cluster: chosen.name });
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
        options={namespaces.map(id => ({ id, label: id }))}
        inputValue={value}
        onInputChange={typed => props.onChange(typed || undefined)}
        validationBehavior="aria"
        validate={() => field.error}
      />
      {note() && <Note>{note()}</Note>}
    </FieldStack>
  );
};
