import { Disruption, Objective, ObjectiveValue } from '../../model';

/** An objective that comes from a tier; silver if not told otherwise: RPO 1 h, RTO 4 h, retention 14 d, drills every 90 d. */
export function anObjective(
  values: {
    rpo?: number;
    rto?: number;
    rpoOf?: Partial<Record<Disruption, number>>;
    rtoOf?: Partial<Record<Disruption, number>>;
    retention?: number;
    drillInterval?: number;
    exempt?: string;
  } = {},
): Objective {
  const { rpo = 3_600, rto = 4 * 3_600, rpoOf, rtoOf, exempt } = values;
  const { retention = 14 * 86_400, drillInterval = 90 * 86_400 } = values;
  return {
    tier: fromTier('silver'),
    rpoSeconds: perDisruption('rpo', rpo, rpoOf),
    rtoSeconds: perDisruption('rto', rto, rtoOf),
    retentionSeconds: fromTier(retention),
    drillIntervalSeconds: fromTier(drillInterval),
    ...(exempt && { exempt: fromTier({ reason: exempt }) }),
    problems: [],
  };
}

function fromTier<T>(value: T): ObjectiveValue<T> {
  return { value, origin: { level: 'tier', reference: 'silver' } };
}

function perDisruption(
  objective: 'rpo' | 'rto',
  value: number,
  overrides: Partial<Record<Disruption, number>> = {},
): Record<Disruption, ObjectiveValue<number>> {
  const of = (disruption: Disruption) => {
    const override = overrides[disruption];
    return override === undefined
      ? fromTier(value)
      : {
          value: override,
          origin: {
            level: 'entity' as const,
            field: `holdfast.io/${objective}.${disruption}`,
          },
        };
  };
  return {
    instance: of('instance'),
    zone: of('zone'),
    region: of('region'),
    data: of('data'),
  };
}
