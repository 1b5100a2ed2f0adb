import { NumberField, TextField } from '@backstage/ui';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { useFormField } from '../useFormField';
import { useTierDefault } from '../useTierDefault';

/** One line of text or a number that is held, while it is written, to what the API would take. */
export const HoldfastText = (props: FormFieldProps<string | number>) => {
  const field = useFormField(props);
  const placeholder = useTierDefault(field);
  const common = {
    label: field.label,
    description: field.description,
    isRequired: field.isRequired,
    isDisabled: field.isDisabled,
    placeholder: props.uiSchema['ui:placeholder'] ?? placeholder,
    autoFocus: props.autofocus,
    size: 'medium',
    validationBehavior: 'aria',
    validate: () => field.error,
  } as const;
  const isNumber =
    props.schema.type === 'integer' || props.schema.type === 'number';
  return (
    <FieldStack>
      {isNumber ? (
        <NumberField
          {...common}
          formatOptions={{ useGrouping: false }}
          value={typeof props.formData === 'number' ? props.formData : NaN}
          onChange={value =>
            props.onChange(Number.isNaN(value) ? undefined : value)
          }
        />
      ) : (
        <TextField
          {...common}
          autoComplete="off"
          spellCheck="false"
          value={String(props.formData ?? '')}
          onChange={value => props.onChange(value || undefined)}
        />
      )}
    </FieldStack>
  );
};
