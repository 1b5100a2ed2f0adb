import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The locale for dates and numbers: the browser's own, with its region, where it speaks the language that the app is set to; else that
 * language.
 */
export function useLocale(): string {
  const api = useApi(appLanguageApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = api.language$().subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [api],
  );
  const language = useSyncExternalStore(
    subscribe,
    () => api.getLanguage().language,
  );
  return (
    navigator.languages.find(
      locale => new Intl.Locale(locale).language === language,
    ) ?? language
  );
}
