import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { findFiveFieldTrap, readCron } from '@holdfast/plugin-holdfast-common';
import { RiArrowGoForwardLine } from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { useFormField } from '../useFormField';
import { useTierDefault } from '../useTierDefault';
import { NextRuns } from './NextRuns';

/** A schedule as CloudNativePG reads it, in six fields, with its next runs in words. */
export const HoldfastSchedule = (props: FormFieldProps<string>) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const field = useFormField(props);
  const placeholder = useTierDefault(field);
  const expression = props.formData ?? '';
  const trap = findFiveFieldTrap(expression);
  const schedule =
    field.problem === undefined
      ? readCron(expression, { dialect: 'cloudnative-pg' }).schedule
      : undefined;
  return (
    <FieldStack>
      <TextField
        label={field.label}
        description={field.description}
        isRequired={field.isRequired}
        isDisabled={field.isDisabled}
        placeholder={placeholder}
        size="medium"
        autoComplete="off"
        spellCheck="false"
        value={expression}
        onChange={value => props.onChange(value || undefined)}
        validationBehavior="aria"
        validate={() => field.error}
      />
      {trap && !field.isDisabled && (
        <div>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiArrowGoForwardLine aria-hidden />}
            onPress={() => props.onChange(trap.suggestion)}
          >
            {t('form.schedule.use', { expression: trap.suggestion })}
          </Button>
        </div>
      )}
      {schedule && <NextRuns schedule={schedule} />}
    </FieldStack>
  );
};
