import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { holdfastTranslationRef } from '../../translation';

const settleMs = 300;

/** A search text that takes effect when the typing pauses. */
export const FleetSearch = (props: {
  text: string;
  onChange: (text: string) => void;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { text, onChange } = props;
  const [typed, setTyped] = useState(text);
  const [settled, setSettled] = useState(text);
  if (text !== settled) {
    // Changed from elsewhere: the filters were cleared, or an address was followed.
    setSettled(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === settled) return undefined;
    const timer = setTimeout(() => {
      setSettled(typed);
      onChange(typed);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [typed, settled, onChange]);
  return (
    <SearchField
      size="small"
      label={t('fleet.filter.text')}
      placeholder={t('fleet.filter.textPlaceholder')}
      maxLength={200}
      value={typed}
      onChange={setTyped}
    />
  );
};
