import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiErrorWarningLine } from '@remixicon/react';
import { Text } from '@backstage/ui';
import { inputProblemsOf } from '@holdfast/plugin-holdfast-common';
import { useEffect, useMemo } from 'react';
import { usePreview } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { Notice, ProblemNotice } from '../../states';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { inputsOf } from '../inputsOf';
import { Updating } from '../Updating';
import { PreviewPanel } from './PreviewPanel';
import { PreviewSkeleton } from './PreviewSkeleton';
import { RefusedInputs } from './RefusedInputs';

/** What the whole form would make: verdict, findings and price, before anything exists. It has no value of its own. */
export const HoldfastPreview = (props: FormFieldProps<unknown>) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const formData: unknown = props.formContext?.formData;
  const inputs = useMemo(() => inputsOf(formData), [formData]);
  // The scaffolder asks only fields that have a value whether one may go on.
  const { formData: own, onChange } = props;
  useEffect(() => {
    if (own === undefined) onChange({});
  }, [own, onChange]);

  const { name, tier } = inputs;
  const preview = usePreview(
    name !== undefined && tier !== undefined
      ? { inputs: { ...inputs, name, tier } }
      : undefined,
  );
  const { data, error, isOutdated, refetch } = preview;
  const refused = inputProblemsOf(error);
  const [database] = data?.databases ?? [];

  const content = () => {
    if (name === undefined || tier === undefined) {
      return (
        <Notice Icon={RiErrorWarningLine} title={t('preview.incomplete.title')}>
          <Text as="p" variant="body-medium" color="secondary">
            {t('preview.incomplete.description')}
          </Text>
        </Notice>
      );
    }
    if (refused) return <RefusedInputs problems={refused} />;
    if (error) {
      return (
        <ProblemNotice
          error={error}
          title={t('preview.failed')}
          onRetry={refetch}
        />
      );
    }
    if (!database || !data) return <PreviewSkeleton />;
    return (
      <Updating when={isOutdated}>
        <PreviewPanel preview={data} database={database} />
      </Updating>
    );
  };
  return <FieldStack>{content()}</FieldStack>;
};
