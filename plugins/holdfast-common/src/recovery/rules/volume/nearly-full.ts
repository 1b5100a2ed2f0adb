import { Database, Volume } from '../../../model';
import { formatBytes } from '../../../quantity';
import { describeLog } from '../../describe';
import { Rule } from '../../Rule';
import { volumeFill } from '../../volumes/volumeFill';

/**
 * What happens when nothing can be written: PostgreSQL stops, and CloudNativePG keeps it stopped; MySQL and MariaDB wait ("How MySQL Handles a Full
 * Disk" in the MySQL reference manual); Redis takes no writes once it cannot save (`stop-writes-on-bgsave-error` in redis.conf).
 */
export const volumeNearlyFull: Rule = {
  id: 'volume/nearly-full',
  title: 'Volume nearly full',
  description:
    'A volume of the database is nearly full. When it can write no more, the server stops, hangs or refuses writes.',
  judges: 'facts',
  evaluate({ database, assumptions }) {
    const { volumeNearlyFull: nearly, volumeFull: full } = assumptions;
    return database.volumes.flatMap(volume => {
      const fill = volumeFill(volume);
      if (!fill || fill.share < nearly) return [];
      const { used, capacity, share, percent } = fill;
      const stops = share >= full;
      return {
        rule: this.id,
        severity: stops ? 'critical' : 'warning',
        message: `The volume ${
          volume.claim.name
        } is ${percent} % full (${formatBytes(used.value)} of ${formatBytes(
          capacity.value,
        )}).${stops ? ` ${consequenceOf(database)}` : ''}`,
        evidence: [used.evidence, capacity.evidence],
        ...(stops && { ceiling: 'at-risk' }),
        remedy: remedyOf(database, volume),
      };
    });
  },
};

function consequenceOf({ engine, persistence }: Database): string {
  if (persistence) return 'The server refuses writes when it can save no more.';
  switch (engine) {
    case 'postgresql':
      return 'PostgreSQL stops when it can write no more.';
    case 'mysql':
    case 'mariadb':
      return 'Writes hang when the server can write no more, until there is room.';
    default:
      return 'The server stops when it can write no more.';
  }
}

function remedyOf(database: Database, { expandable, role }: Volume): string {
  if (expandable?.value === false) {
    return 'Its storage class does not allow expansion: move the database to larger volumes.';
  }
  const log = describeLog(database);
  const cause =
    role === 'other'
      ? ''
      : `; check whether ${
          log === 'WAL' ? log : `the ${log}`
        } piles up because it cannot be ${
          database.persistence ? 'rewritten' : 'archived'
        }`;
  return `Ask for a larger volume${cause}.`;
}
