import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StorageClassChoice } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { useLocale } from '../../time';
import { formatUnitPrice } from '../cost/formatMoney';
import { FormFieldProps } from '../FormFieldProps';
import { NamedChoice } from '../NamedChoice';
import { useFormField } from '../useFormField';

/** A storage class of the cluster that is chosen, or of any, with its price and what becomes of its volumes. */
export const HoldfastStorageClass = (props: FormFieldProps<string>) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const locale = useLocale();
  const field = useFormField(props);
  const { cluster } = field.inputs;
  const clusters = (field.provisioning.data?.clusters ?? []).filter(
    ({ name }) => cluster === undefined || name === cluster,
  );
  const wordsOf = (choice: StorageClassChoice) =>
    [
      choice.isDefault && t('form.storageClass.default'),
      choice.price
        ? t('form.storageClass.price', {
            price: formatUnitPrice({ ...choice.price, locale }),
            unit: choice.price.unit,
          })
        : t('form.storageClass.unpriced', {
            reason: choice.unpriced ?? '',
          }),
      choice.reclaimPolicy &&
        t(
          choice.reclaimPolicy === 'Retain'
            ? 'form.storageClass.retained'
            : 'form.storageClass.deleted',
        ),
      choice.expandable === false && t('form.storageClass.fixed'),
    ]
      .filter(Boolean)
      .join(' · ');

  const found = clusters.flatMap(({ name, storageClasses }) =>
    storageClasses.map(choice => ({ cluster: name, choice })),
  );
  const options = [...new Set(found.map(({ choice }) => choice.name))].map(
    name => ({
      id: name,
      label: name,
      description: found
        .filter(({ choice }) => choice.name === name)
        .map(({ cluster: where, choice }) =>
          cluster === undefined
            ? `${where}: ${wordsOf(choice)}`
            : wordsOf(choice),
        )
        .join('; '),
    }),
  );
  const value = props.formData ?? '';
  const chosen = options.find(({ id }) => id === value);
  return (
    <NamedChoice
      field={field}
      formProps={props}
      options={options}
      note={chosen?.description}
    />
  );
};
