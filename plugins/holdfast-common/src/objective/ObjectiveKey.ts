import { Disruption } from '../model';

/**
 * What an objective can state, by the names of the annotations without `holdfast.io/`. `rpo` and `rto` hold for every disruption that
 * is not named on its own.
 *
 * @public
 */
export type ObjectiveKey =
  | 'rpo'
  | 'rto'
  | `rpo.${Disruption}`
  | `rto.${Disruption}`
  | 'retention'
  | 'drill-interval';

/**
 * Durations in seconds of what is stated.
 *
 * @public
 */
export type StatedDurations = Partial<Record<ObjectiveKey, number>>;

export const disruptions = [
  'instance',
  'zone',
  'region',
  'data',
] as const satisfies readonly Disruption[];

/**
 * Every {@link ObjectiveKey}.
 *
 * @public
 */
export const objectiveKeys: readonly ObjectiveKey[] = [
  'rpo',
  'rto',
  ...disruptions.flatMap(
    disruption => [`rpo.${disruption}`, `rto.${disruption}`] as const,
  ),
  'retention',
  'drill-interval',
];

export function isRpo(key: ObjectiveKey): boolean {
  return key === 'rpo' || key.startsWith('rpo.');
}

/** No loss at all can be asked for; no time to come back, to keep or between two drills cannot. */
export function mayBeZero(key: ObjectiveKey): boolean {
  return isRpo(key);
}
