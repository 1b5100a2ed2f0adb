import { Combobox } from '@backstage/ui';
import { FieldStack } from './FieldStack';
import { FormFieldProps } from './FormFieldProps';
import { Note } from './Note';
import { useFormField } from './useFormField';

/** The name of something that is there, out of a list, or typed where it is not; and below it what is to be said of it. */
export const NamedChoice = (props: {
  field: ReturnType<typeof useFormField<string>>;
  formProps: FormFieldProps<string>;
  options: Array<{ id: string; label: string; description?: string }>;
  note?: string;
}) => {
  const { field, formProps, options, note } = props;
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
        inputValue={formProps.formData ?? ''}
        onInputChange={typed => formProps.onChange(typed || undefined)}
        validationBehavior="aria"
        validate={() => field.error}
      />
      {note && <Note>{note}</Note>}
    </FieldStack>
  );
};
