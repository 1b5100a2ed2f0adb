import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useCopy } from '../clipboard';

/** Puts a text on the clipboard and says that it did. */
export const CopyButton = (props: {
  text: string;
  label: string;
  copiedLabel: string;
}) => {
  const { copy, outcome } = useCopy(props.text);
  const copied = outcome === 'copied';
  const label = copied ? props.copiedLabel : props.label;
  return (
    <TooltipTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={
          copied ? <RiCheckLine aria-hidden /> : <RiFileCopyLine aria-hidden />
        }
        aria-label={label}
        onPress={copy}
      />
      <Tooltip>{copied ? label : props.text}</Tooltip>
    </TooltipTrigger>
  );
};
