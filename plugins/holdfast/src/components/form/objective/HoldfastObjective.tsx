import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RadioGroup, Skeleton } from '@backstage/ui';
import { PreviewRequest, Provisioning } from '@holdfast/plugin-holdfast-common';
import { messageOf, usePreview } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { UnpricedList } from '../cost/UnpricedList';
import { FieldStack } from '../FieldStack';
import { FormFieldProps } from '../FormFieldProps';
import { Note } from '../Note';
import { soundInputs } from '../soundInputs';
import { Updating } from '../Updating';
import { useFormField } from '../useFormField';
import styles from './HoldfastObjective.module.css';
import { TierOption } from './TierOption';

/** The tiers side by side: what each asks for, what this database would attain with it, and what it would cost. */
export const HoldfastObjective = (props: FormFieldProps<string>) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const field = useFormField(props);
  const { provisioning, inputs, context } = field;
  const cluster = inputs.cluster ?? priceCluster(provisioning.data);
  const { inputs: sound, leftOut } = soundInputs(
    { ...inputs, cluster },
    context,
  );
  const request: PreviewRequest = {
    inputs: sound,
    compareTiers: true,
    nameMayBeTaken: true,
  };
  const { data, error, isOutdated } = usePreview(
    provisioning.isPending ? undefined : request,
  );
  const offered = (provisioning.data?.tiers ?? []).filter(({ name }) =>
    isOffered(name, props.schema.enum),
  );
  const aside = leftOut.filter(({ field: other }) => other !== 'name');
  return (
    <FieldStack>
      <RadioGroup
        className={styles.group}
        label={field.label}
        description={field.description}
        isRequired={field.isRequired}
        isDisabled={field.isDisabled}
        value={props.formData ?? ''}
        onChange={tier => props.onChange(tier)}
        validationBehavior="aria"
        validate={() => field.error}
      >
        {provisioning.isPending && (
          <Skeleton height={240} aria-label={t('form.objective.loading')} />
        )}
        {provisioning.error && (
          <Note>
            {t('form.objective.failed', {
              reason: messageOf(provisioning.error),
            })}
          </Note>
        )}
        {offered.map(tier => (
          <TierOption
            key={tier.name}
            tier={tier}
            preview={data?.tiers?.find(({ tier: name }) => name === tier.name)}
            state={previewState({ error, hasData: data !== undefined })}
            isOutdated={isOutdated}
          />
        ))}
      </RadioGroup>
      {error && (
        <Note>
          {t('form.objective.noPreview', { reason: messageOf(error) })}
        </Note>
      )}
      {aside.length > 0 && (
        <Note>
          {t('form.objective.without', {
            fields: aside.map(({ field: other }) => other).join(', '),
          })}
        </Note>
      )}
      {data?.cost && data.cost.unpriced.length > 0 && (
        <Updating when={isOutdated}>
          <UnpricedList unpriced={data.cost.unpriced} />
        </Updating>
      )}
      <Note>
        {t('form.objective.basis')}
        {cluster !== undefined && inputs.cluster === undefined && (
          <> {t('form.objective.placed', { cluster })}</>
        )}
      </Note>
    </FieldStack>
  );
};

/** The cluster whose prices are shown as long as none is chosen: the first whose default volumes have one. */
function priceCluster(data: Provisioning | undefined): string | undefined {
  const clusters = data?.clusters ?? [];
  const priced = clusters.find(({ storageClasses }) =>
    storageClasses.some(({ isDefault, price }) => isDefault && price),
  );
  return (priced ?? clusters[0])?.name;
}

function previewState(options: { error: Error | null; hasData: boolean }) {
  if (options.error) return 'failed';
  return options.hasData ? 'there' : 'loading';
}

/** A template may offer fewer tiers than there are. */
function isOffered(name: string, choices: unknown): boolean {
  return !Array.isArray(choices) || choices.includes(name);
}
