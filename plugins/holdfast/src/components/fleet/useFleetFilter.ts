import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  FleetFilter,
  fleetFilterParams,
  parseFleetFilter,
} from './FleetFilter';

/** The filter as the address has it, so that a view can be shared, and a way to change a part of it. */
export function useFleetFilter(): [
  FleetFilter,
  (change: Partial<FleetFilter>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => parseFleetFilter(params), [params]);
  const change = useCallback(
    (part: Partial<FleetFilter>) =>
      setParams(
        previous =>
          fleetFilterParams({ ...parseFleetFilter(previous), ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [filter, change];
}
