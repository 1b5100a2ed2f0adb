import { useEffect, useState } from 'react';

/** A value once it has not changed for a while, as when the typing pauses. Values are told apart by what they hold. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  const settledKey = JSON.stringify(settled);
  useEffect(() => {
    if (key === settledKey) return undefined;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
    // The key stands for the value, which is another object in every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, settledKey, milliseconds]);
  return key === settledKey ? value : settled;
}
