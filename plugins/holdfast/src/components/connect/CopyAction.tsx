import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { holdfastTranslationRef } from '../../translation';
import { useCopy } from '../clipboard';

/** Puts a text on the clipboard and tells everybody that it did, or that it could not. */
export const CopyAction = (props: { text: string; what: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { copy, outcome } = useCopy(props.text);
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
