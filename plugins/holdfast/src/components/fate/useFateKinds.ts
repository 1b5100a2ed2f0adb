import { FateKind } from '@holdfast/plugin-holdfast-common';
import { useSearchParams } from 'react-router-dom';
import { fateKinds } from './fateKinds';

/** The kinds that the address asks for, and a way to ask for others; none means all. */
export function useFateKinds(): [FateKind[], (kinds: FateKind[]) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.getAll('kind');
  const kinds = fateKinds.filter(kind => asked.includes(kind));
  const change = (chosen: FateKind[]) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        next.delete('kind');
        for (const kind of chosen) next.append('kind', kind);
        return next;
      },
      { replace: true },
    );
  return [kinds, change];
}
