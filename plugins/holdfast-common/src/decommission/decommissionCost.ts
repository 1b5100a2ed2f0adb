import { EstimatedPart } from '../cost';
import { CostComponent, totalOf } from '../cost/pricing/CostLine';

/**
 * What becomes of volumes when nothing claims them any more, by the reclaim policy of their storage class.
 *
 * @public
 */
export type VolumeFate = 'deleted' | 'kept' | 'unknown';

/**
 * What a part of the time costs in a month of 730 h.
 *
 * @public
 */
export interface PhaseCost {
  /** A decimal number. Absent: nothing of it has a price. "0" only where nothing is left to pay for. */
  total?: string;
  /** False: something is not in the total, and `gaps` says what and why. */
  complete: boolean;
  gaps: { object: string; what: string; reason: string }[];
}

/**
 * What a database costs now, while it is held and after its removal.
 *
 * @public
 */
export interface DecommissionCost {
  currency: string;
  now: PhaseCost;
  hold: PhaseCost;
  after: PhaseCost;
}

/**
 * As much of an estimate as is split; that of the API as well as that of the engine.
 *
 * @public
 */
export interface PricedParts {
  currency: string;
  lines: readonly { object: string; component: string; amount: string }[];
  unpriced: readonly { object: string; what: string; reason: string }[];
}

const volumes: readonly EstimatedPart[] = ['data-volumes', 'wal-volumes'];
const secondVolumes: readonly EstimatedPart[] = [
  'second-region-data-volumes',
  'second-region-wal-volumes',
];
const stores: readonly EstimatedPart[] = ['backup-store', 'second-region-copy'];

/** What objects cost by lying there. Requests, early deletion and transfers are the price of writing, which ends with the hold. */
const lying: readonly CostComponent[] = [
  'base-backups',
  'incremental-backups',
  'wal-archive',
  'small-objects',
  'object-overhead',
  'monitoring',
];

/**
 * Splits the estimate of a database into what stops and what goes on. Asleep it has no instances and sends nothing; what lies on volumes and in the
 * store costs on. After its removal only what was stored is left, and volumes that their class keeps.
 *
 * @remarks
 * The store is priced as the estimate has it, at the moment at which it holds most: nothing thins it from the hold on.
 *
 * @public
 */
export function decommissionCost(
  estimate: PricedParts,
  fates: { volumes: VolumeFate; secondVolumes: VolumeFate },
): DecommissionCost {
  const isStored = (object: string, component: string) =>
    object === 'volume-snapshots' ||
    (isOneOf(object, stores) && isOneOf(component, lying));
  const isVolume = (object: string) =>
    isOneOf(object, volumes) || isOneOf(object, secondVolumes);
  const fateOf = (object: string): VolumeFate =>
    isOneOf(object, volumes) ? fates.volumes : fates.secondVolumes;

  const phase = (
    includes: (object: string, component: string) => boolean,
    more: PhaseCost['gaps'] = [],
  ): PhaseCost => {
    const lines = estimate.lines.filter(({ object, component }) =>
      includes(object, component),
    );
    const gaps = [
      ...estimate.unpriced.filter(({ object, what }) => includes(object, what)),
      ...more,
    ].map(({ object, what, reason }) => ({ object, what, reason }));
    const total = totalOf(lines) ?? (gaps.length === 0 ? '0' : undefined);
    return {
      ...(total !== undefined && { total }),
      complete: gaps.length === 0,
      gaps,
    };
  };
  const undecided = [
    ...new Set(
      [...estimate.lines, ...estimate.unpriced]
        .map(({ object }) => object)
        .filter(object => isVolume(object) && fateOf(object) === 'unknown'),
    ),
  ].map(object => ({
    object,
    what: 'capacity',
    reason:
      'the reclaim policy of their storage class is not known: kept volumes cost until somebody deletes them',
  }));
  return {
    currency: estimate.currency,
    now: phase(() => true),
    hold: phase(
      (object, component) => isVolume(object) || isStored(object, component),
    ),
    after: phase(
      (object, component) =>
        (isVolume(object) && fateOf(object) === 'kept') ||
        isStored(object, component),
      undecided,
    ),
  };
}

function isOneOf(text: string, known: readonly string[]): boolean {
  return known.includes(text);
}
