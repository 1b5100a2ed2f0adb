import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreEntry } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { entityName } from '../entityName';

/** Says who or what made a restore, as far as anybody told. */
export function useActor(): (restore: RestoreEntry) => string {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return ({ tool, by, purpose }) => {
    if (tool && by) {
      return t('proof.actor.toolFor', { tool, person: entityName(by) });
    }
    if (tool) return tool;
    if (by) return entityName(by);
    return t(`proof.actor.${purpose}`);
  };
}
