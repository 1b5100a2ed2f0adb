import { parseEntityRef } from '@backstage/catalog-model';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import { useEffect } from 'react';
import { useSettled } from '../../../queries';
import { holdfastTranslationRef } from '../../../translation';
import { FieldStack } from '../FieldStack';
import { inputsOf } from '../inputsOf';
import { Note } from '../Note';
import styles from './HoldfastRepository.module.css';
import { repositoryProblem } from './repositoryProblem';
import {
  formatRepositoryUrl,
  parseRepositoryUrl,
  RepositoryPlace,
} from './repositoryUrl';
import { useGitHosts } from './useGitHosts';

const settleMs = 500;

/**
 * Options in a template, under `ui:options` of the field.
 *
 * @public
 */
export type RepositoryOptions = {
  /** All that are under `integrations` unless given. */
  allowedHosts?: string[];
};

/** Where the repository is to be: a host, and by itself the team's name and that of the database. */
export const HoldfastRepository = (
  props: FieldExtensionComponentProps<string, RepositoryOptions>,
) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { formData, onChange, schema, name, rawErrors } = props;
  const hosts = useGitHosts(props.uiSchema['ui:options']?.allowedHosts);
  const inputs = inputsOf(props.formContext?.formData);
  const place = parseRepositoryUrl(formData);
  const isDisabled = props.disabled || props.readonly;

  const [firstHost = ''] = hosts;
  const proposed = formatRepositoryUrl({
    host: firstHost,
    owner: nameOf(inputs.owner),
    repo: inputs.name ?? '',
  });
  useEffect(() => {
    if (formData === undefined) onChange(proposed);
  }, [formData, onChange, proposed]);

  const change = (part: Partial<RepositoryPlace>) =>
    onChange(formatRepositoryUrl({ ...place, ...part }));
  const settled = useSettled(formData, settleMs);
  const problem = repositoryProblem(formData);
  const isShown = settled === formData || (rawErrors ?? []).length > 0;
  const errorOf = (part: keyof RepositoryPlace) =>
    isShown && problem?.part === part ? problem.message : undefined;

  return (
    <FieldStack>
      <fieldset className={styles.parts}>
        <legend className={styles.legend}>{schema.title ?? name}</legend>
        <Select
          label={t('form.repository.host')}
          size="medium"
          isRequired
          isDisabled={isDisabled}
          options={hosts.map(host => ({ id: host, label: host }))}
          value={place.host || null}
          onChange={host => change({ host: String(host) })}
        />
        <TextField
          label={t('form.repository.owner')}
          size="medium"
          isRequired
          isDisabled={isDisabled}
          autoComplete="off"
          spellCheck="false"
          value={place.owner}
          onChange={owner => change({ owner })}
          validationBehavior="aria"
          validate={() => errorOf('owner')}
        />
        <TextField
          label={t('form.repository.repo')}
          size="medium"
          isRequired
          isDisabled={isDisabled}
          autoComplete="off"
          spellCheck="false"
          value={place.repo}
          onChange={repo => change({ repo })}
          validationBehavior="aria"
          validate={() => errorOf('repo')}
        />
      </fieldset>
      {hosts.length === 0 && <Note>{t('form.repository.noHosts')}</Note>}
      {!problem && (
        <Note>
          {t('form.repository.address', {
            address: `${place.host}/${place.owner}/${place.repo}`,
          })}
        </Note>
      )}
    </FieldStack>
  );
};

/** The name in an entity ref, which is what teams are called on Git hosts more often than not. */
function nameOf(owner: string | undefined): string {
  if (owner === undefined) return '';
  try {
    return parseEntityRef(owner).name;
  } catch {
    return '';
  }
}
