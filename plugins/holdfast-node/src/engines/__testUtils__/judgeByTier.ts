import {
  assess,
  Assessment,
  Database,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';

/** Judges by an objective of the bronze tier unless told otherwise: RPO and RTO 1 d, retention 7 d. */
export function judgeByTier(
  database: Database,
  options: {
    now: Date;
    tier?: string;
    /** Of its entity. */
    annotations?: Record<string, string>;
    basis?: 'observed' | 'declared';
  },
): Assessment {
  const { now, tier = 'bronze', annotations, basis } = options;
  return assess({
    database,
    objective: resolveObjective({
      entity: [
        {
          reference: 'component:shop/orders',
          annotations: { tier, ...annotations },
        },
      ],
    }),
    now,
    basis,
  });
}

/** Ids of the findings that limit the verdict, but for its never having been restored. */
export function limits({ findings }: Assessment): string[] {
  return findings
    .filter(({ ceiling, rule }) => ceiling && rule !== 'restore/never')
    .map(({ rule }) => rule);
}
