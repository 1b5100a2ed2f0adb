import { useState } from 'react';

/**
 * Walks a list that is paged by cursors: a cursor leads only onwards, so the way here is remembered. Another list, told by its key,
 * starts at its first page.
 */
export function usePages(key: string) {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({
    key,
    cursors: [],
  });
  const cursors = state.key === key ? state.cursors : [];
  return {
    /** Cursor of the page shown; undefined for the first. */
    cursor: cursors.at(-1),
    /** How many pages lie before the one shown. */
    index: cursors.length,
    next: (cursor: string) => setState({ key, cursors: [...cursors, cursor] }),
    previous: () => setState({ key, cursors: cursors.slice(0, -1) }),
  };
}
