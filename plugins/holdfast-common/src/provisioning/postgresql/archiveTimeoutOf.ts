import { parseDuration } from '../../quantity';
import { PostgresqlChoices } from './PostgresqlChoices';
import { isPostgresqlTier } from './PostgresqlInputs';

/** What the template takes for the RPO of a tier, however the tiers of a portal are configured. */
const rpoByTier = { gold: '5m', silver: '1h', bronze: '1d' } as const;

/** The default of CloudNativePG, in seconds. */
const longest = 300;

/**
 * After how many seconds the template has an idle WAL segment archived: two fifths of the RPO, and 5 min at most.
 *
 * @public
 */
export function archiveTimeoutOf({
  rpo,
  tier,
}: Pick<PostgresqlChoices, 'rpo' | 'tier'>): number {
  const stated = rpo || (isPostgresqlTier(tier) ? rpoByTier[tier] : '1d');
  return Math.round(Math.min((parseDuration(stated) * 2) / 5, longest));
}
