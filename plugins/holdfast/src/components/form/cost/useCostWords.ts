import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../../translation';
import { costMessages } from './costMessages';

/** What parts and components of a price are called; one that is not known by its own name. */
export function useCostWords() {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return {
    partOf: (object: string) =>
      isKeyOf(costMessages.part, object) ? t(`cost.part.${object}`) : object,
    componentOf: (component: string) =>
      isKeyOf(costMessages.component, component)
        ? t(`cost.component.${component}`)
        : component,
  };
}

function isKeyOf<T extends object>(
  words: T,
  key: string,
): key is keyof T & string {
  return Object.hasOwn(words, key);
}
