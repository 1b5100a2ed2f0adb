import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../../translation';
import { FormFieldProps } from '../FormFieldProps';
import { NamedChoice } from '../NamedChoice';
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
    <NamedChoice
      field={field}
      formProps={props}
      options={namespaces.map(id => ({ id, label: id }))}
      note={note()}
    />
  );
};
