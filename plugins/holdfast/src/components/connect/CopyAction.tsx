import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { holdfastTranslationRef } from '../../translation';

const confirmationMs = 2_000;

/** Puts a text on the clipboard and tells everybody that it did, or that it could not. */
export const CopyAction = (props: { text: string; what: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), confirmationMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed');
    }
  };
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={
          outcome === 'copied' ? (
            <RiCheckLine aria-hidden />
          ) : (
            <RiFileCopyLine aria-hidden />
          )
        }
        aria-label={t('connect.copy', { what: props.what })}
        onPress={copy}
      />
      <VisuallyHidden role="status">
        {outcome && t(`connect.${outcome}`)}
      </VisuallyHidden>
    </>
  );
};
