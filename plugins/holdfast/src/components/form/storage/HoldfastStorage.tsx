import { TextField } from '@backstage/ui';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { useFormField } from '../useFormField';
import { tierDefault, useTierDefault } from '../useTierDefault';
import { PricesByCluster } from './PricesByCluster';
import { VolumePrice } from './VolumePrice';

/** The size of a volume, with what it would cost a month. */
export const HoldfastStorage = (props: FormFieldProps<string>) => {
  const field = useFormField(props);
  const placeholder = useTierDefault(field);
  const { input, inputs, context, provisioning } = field;
  const size = props.formData ?? tierDefault(input, inputs.tier);
  const priced = field.problem === undefined ? size : undefined;
  return (
    <FieldStack>
      <TextField
        label={field.label}
        description={field.description}
        isRequired={field.isRequired}
        isDisabled={field.isDisabled}
        placeholder={props.uiSchema['ui:placeholder'] ?? placeholder}
        size="medium"
        autoComplete="off"
        spellCheck="false"
        value={props.formData ?? ''}
        onChange={value => props.onChange(value || undefined)}
        validationBehavior="aria"
        validate={() => field.error}
      />
      {priced !== undefined &&
        provisioning.data &&
        (inputs.cluster === undefined ? (
          <PricesByCluster
            provisioning={provisioning.data}
            size={priced}
            inputs={inputs}
          />
        ) : (
          <VolumePrice input={input} inputs={inputs} context={context} />
        ))}
    </FieldStack>
  );
};
