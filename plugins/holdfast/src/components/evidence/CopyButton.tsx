import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';

const confirmationMs = 2_000;

/** Puts a text on the clipboard and says that it did. */
export const CopyButton = (props: {
  text: string;
  label: string;
  copiedLabel: string;
}) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);
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
        onPress={() =>
          navigator.clipboard.writeText(props.text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      />
      <Tooltip>{copied ? label : props.text}</Tooltip>
    </TooltipTrigger>
  );
};
