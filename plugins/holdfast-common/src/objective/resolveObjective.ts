import {
  DeclaredAnnotations,
  Disruption,
  Objective,
  ObjectiveOrigin,
  ObjectiveValue,
} from '../model';
import {
  defaultObjectiveConfig,
  lastResort,
  ObjectiveConfig,
} from './ObjectiveConfig';
import { isRpo, ObjectiveKey, StatedDurations } from './ObjectiveKey';
import { ObjectiveStatement, readStatement } from './readStatement';

/**
 * Somebody who states objectives with annotations.
 *
 * @public
 */
export interface ObjectiveSource {
  /** Its entity ref, or the id of the Kubernetes object. */
  reference: string;
  /** Its `holdfast.io/` annotations, by their names without that prefix. */
  annotations: DeclaredAnnotations;
}

/** Statements of equal standing; where two say something about the same, the first holds. */
type Level = ObjectiveStatement[];

type GeneralKey = keyof typeof lastResort;

/**
 * Works out what a database has to attain, each value on its own and with its origin.
 *
 * @remarks
 * A nearer level beats a farther one: the entity, its System, its owner, the default tier. At each level an explicit value beats the
 * tier of that level, and one for a disruption beats one for all. An exemption holds unless somebody nearer states an RPO or a tier.
 * What cannot be read is a problem, and does not count.
 *
 * @public
 */
export function resolveObjective(options: {
  /** The entity that claims the database, if there is one, and after it the database's own object. */
  entity?: readonly ObjectiveSource[];
  system?: ObjectiveSource;
  owner?: ObjectiveSource;
  config?: ObjectiveConfig;
}): Objective {
  const { entity = [], system, owner } = options;
  const config = options.config ?? defaultObjectiveConfig;
  const { tiers, defaultTier } = config;
  const read = (
    level: ObjectiveOrigin['level'],
    sources: readonly ObjectiveSource[],
  ): Level => sources.map(source => readStatement({ level, tiers, ...source }));
  const levels = [
    read('entity', entity),
    read('system', system ? [system] : []),
    read('owner', owner ? [owner] : []),
  ];

  const find = (general: GeneralKey, specific?: ObjectiveKey) =>
    findDuration({ general, specific, levels, config });
  const perDisruption = (
    objective: 'rpo' | 'rto',
  ): Record<Disruption, ObjectiveValue<number>> => ({
    instance: find(objective, `${objective}.instance`),
    zone: find(objective, `${objective}.zone`),
    region: find(objective, `${objective}.region`),
    data: find(objective, `${objective}.data`),
  });
  const statements = levels.flat();
  const exempt = findExemption(statements);
  return {
    tier: statements.find(({ tier }) => tier)?.tier ?? {
      value: defaultTier,
      origin: { level: 'default', field: 'holdfast.objectives.defaultTier' },
    },
    rpoSeconds: perDisruption('rpo'),
    rtoSeconds: perDisruption('rto'),
    retentionSeconds: find('retention'),
    drillIntervalSeconds: find('drill-interval'),
    ...(exempt && { exempt }),
    problems: statements.flatMap(({ problems }) => problems),
  };
}

function findDuration(options: {
  general: GeneralKey;
  /** The same for one disruption, which goes before. */
  specific: ObjectiveKey | undefined;
  levels: readonly Level[];
  config: ObjectiveConfig;
}): ObjectiveValue<number> {
  const { general, specific, levels, config } = options;
  const keys = specific ? [specific, general] : [general];
  for (const level of levels) {
    for (const key of keys) {
      for (const { durations } of level) {
        const stated = durations.get(key);
        if (stated) return stated;
      }
    }
    const tier = level.find(statement => statement.tier)?.tier?.value;
    const ofTier = tier && findInTier({ tier, level: 'tier', keys, config });
    if (ofTier) return ofTier;
  }
  const tier = config.defaultTier;
  return (
    findInTier({ tier, level: 'default', keys, config }) ?? {
      value: lastResort[general],
      origin: { level: 'default' },
    }
  );
}

function findInTier(options: {
  tier: string;
  level: 'tier' | 'default';
  keys: readonly ObjectiveKey[];
  config: ObjectiveConfig;
}): ObjectiveValue<number> | undefined {
  const { tier, level, keys, config } = options;
  const stated: StatedDurations = config.tiers[tier] ?? {};
  for (const key of keys) {
    const value = stated[key];
    if (value !== undefined) {
      const field = `holdfast.objectives.tiers.${tier}.${key}`;
      return { value, origin: { level, reference: tier, field } };
    }
  }
  return undefined;
}

function findExemption(
  statements: readonly ObjectiveStatement[],
): ObjectiveValue<{ reason: string }> | undefined {
  for (const { exempt, tier, durations } of statements) {
    if (exempt) {
      const { reason } = exempt.value;
      return reason === undefined
        ? undefined
        : { value: { reason }, origin: exempt.origin };
    }
    if (tier || Array.from(durations.keys()).some(isRpo)) return undefined;
  }
  return undefined;
}
