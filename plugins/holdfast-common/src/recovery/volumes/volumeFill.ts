import { Observed, Volume } from '../../model';

/** How full a volume is. */
export interface VolumeFill {
  used: Observed<number>;
  capacity: Observed<number>;
  /** 0 to 1. */
  share: number;
  /** Rounded down, so that only what is full is called so. */
  percent: number;
}

/** Undefined where nothing measures it. */
export function volumeFill({
  usedBytes,
  capacityBytes,
  requestedBytes,
}: Volume): VolumeFill | undefined {
  const capacity = capacityBytes ?? requestedBytes;
  if (!usedBytes || !capacity || !(capacity.value > 0)) return undefined;
  const share = usedBytes.value / capacity.value;
  return {
    used: usedBytes,
    capacity,
    share,
    percent: Math.floor(share * 100),
  };
}
