import { components } from '../../api/generated/schema';

/**
 * The parameters of the template `postgresql`, by its names. Name and tier are enough to tell what a database would attain and cost; what is
 * left out comes from the tier.
 *
 * @public
 */
export type PostgresqlInputs = components['schemas']['PostgresqlInputs'];

/**
 * The tiers that the template has defaults for, strictest first.
 *
 * @public
 */
export const postgresqlTiers = ['gold', 'silver', 'bronze'] as const;

/**
 * @public
 */
export type PostgresqlTier = (typeof postgresqlTiers)[number];

/** The choices of the template, as its schema spells them. */
export const postgresqlOptions = {
  tier: postgresqlTiers,
  postgresVersion: ['18', '17', '16', '15'],
  synchronous: ['off', 'any', 'first'],
  dataDurability: ['required', 'preferred'],
  pooler: ['none', 'rw', 'rw-ro'],
  poolMode: ['session', 'transaction'],
  credentials: ['operator', 'external-secrets'],
  store: ['s3', 'azure', 's3-compatible', 'in-cluster'],
  gitops: ['argocd', 'flux'],
} as const satisfies Partial<Record<keyof PostgresqlInputs, readonly string[]>>;

export function isPostgresqlTier(text: string): text is PostgresqlTier {
  return postgresqlTiers.some(tier => tier === text);
}
