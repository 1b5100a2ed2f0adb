import { InputError } from '@backstage/errors';
import { parseDuration } from '../quantity';
import { mayBeZero, objectiveKeys, StatedDurations } from './ObjectiveKey';

/**
 * The tiers that can be asked for, and which of them holds where none is.
 *
 * @public
 */
export interface ObjectiveConfig {
  /** What a tier leaves out comes from the next level, and in the end from the default tier. */
  tiers: Record<string, StatedDurations>;
  defaultTier: string;
}

const hour = 3600;
const day = 24 * hour;

/** Complete, so that there always is a value. */
export const lastResort = {
  rpo: day,
  rto: day,
  retention: 7 * day,
  'drill-interval': 90 * day,
} as const satisfies StatedDurations;

/**
 * The tiers as they are without configuration.
 *
 * @public
 */
export const defaultObjectiveConfig: ObjectiveConfig = {
  tiers: {
    gold: {
      rpo: 300,
      rto: hour,
      retention: 30 * day,
      'drill-interval': 90 * day,
    },
    silver: {
      rpo: hour,
      rto: 4 * hour,
      retention: 14 * day,
      'drill-interval': 90 * day,
    },
    bronze: lastResort,
    none: lastResort,
  },
  defaultTier: 'none',
};

/**
 * Reads the configuration under `holdfast.objectives`: `defaultTier`, and `tiers` whose values have the names of the annotations.
 *
 * @example
 * ```yaml
 * holdfast:
 *   objectives:
 *     defaultTier: bronze
 *     tiers:
 *       gold: { rpo: 1m, rpo.region: 1h, drill-interval: 30d }
 *       platinum: { rpo: 0s, rto: 15m, retention: 90d }
 * ```
 *
 * @remarks
 * What is left out of a tier that exists without configuration stays as it is.
 *
 * @throws InputError that names the key, its value and what would be right
 * @public
 */
export function parseObjectiveConfig(stated: unknown): ObjectiveConfig {
  const field = 'holdfast.objectives';
  const { defaultTier = defaultObjectiveConfig.defaultTier, tiers = {} } =
    recordAt(stated ?? {}, field, ['defaultTier', 'tiers']);

  const merged = new Map(Object.entries(defaultObjectiveConfig.tiers));
  for (const [name, tier] of Object.entries(
    recordAt(tiers, `${field}.tiers`),
  )) {
    merged.set(name, {
      ...merged.get(name),
      ...parseTier(tier, `${field}.tiers.${name}`),
    });
  }
  if (typeof defaultTier !== 'string' || !merged.has(defaultTier)) {
    throw new InputError(
      `${field}.defaultTier: "${defaultTier}" is not a tier: write one of ${[
        ...merged.keys(),
      ].join(', ')}`,
    );
  }
  return { tiers: Object.fromEntries(merged), defaultTier };
}

function parseTier(stated: unknown, field: string): StatedDurations {
  const tier: StatedDurations = {};
  const values = recordAt(stated, field, objectiveKeys);
  for (const key of objectiveKeys) {
    const text = values[key];
    if (text === undefined) continue;
    const seconds = parseDuration(String(text), { field: `${field}.${key}` });
    if (seconds === 0 && !mayBeZero(key)) {
      throw new InputError(
        `${field}.${key}: "${text}" is no time at all: write for example 4h`,
      );
    }
    tier[key] = seconds;
  }
  return tier;
}

function recordAt(
  value: unknown,
  field: string,
  keys?: readonly string[],
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      `${field}: "${value}" is not a set of keys and values`,
    );
  }
  const record: Record<string, unknown> = { ...value };
  const unknown = Object.keys(record).find(key => keys && !keys.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${field}: "${unknown}" is not a key here: write one of ${keys?.join(
        ', ',
      )}`,
    );
  }
  return record;
}
