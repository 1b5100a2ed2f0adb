import { useEffect, useState } from 'react';

/** How long a button shows what came of it. */
const confirmationMs = 2_000;

/**
 * Puts a text on the clipboard.
 *
 * @returns `outcome` for a moment after a try; browsers refuse without a secure context, or without permission
 */
export function useCopy(text: string): {
  copy: () => Promise<void>;
  outcome?: 'copied' | 'copyFailed';
} {
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), confirmationMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed');
    }
  };
  return { copy, outcome };
}
