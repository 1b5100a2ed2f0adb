import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox } from '@backstage/ui';
import { StorageClassChoice } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { useLocale } from '../../time';
import { formatUnitPrice } from '../cost/formatMoney';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { Note } from '../Note';
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
    <FieldStack>
      <Combobox
        label={field.label}
        description={field.description}
        isRequired={field.isRequired}
        isDisabled={field.isDisabled}
        size="medium"
        allowsCustomValue
        options={options}
        inputValue={value}
        onInputChange={typed => props.onChange(typed || undefined)}
        validationBehavior="aria"
        validate={() => field.error}
      />
      {chosen && <Note>{chosen.description}</Note>}
    </FieldStack>
  );
};
