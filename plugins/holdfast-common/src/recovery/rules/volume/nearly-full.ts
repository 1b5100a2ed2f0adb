import { Database } from '../../../model';
import { Finding } from '../../Finding';
import { formatBytes } from '../../../quantity';
import { Rule } from '../../Rule';

/** PostgreSQL stops when it cannot write, and CloudNativePG keeps it stopped. */
export const volumeNearlyFull: Rule = {
  id: 'volume/nearly-full',
  title: 'Volume nearly full',
  description:
    'A volume of the database is nearly full. The server stops, or refuses writes, when it can write no more.',
  judges: 'facts',
  evaluate({ database, assumptions }) {
    const { volumeNearlyFull: nearly, volumeFull: full } = assumptions;
    const findings: Finding[] = [];
    for (const volume of database.volumes) {
      const { claim, usedBytes, expandable } = volume;
      const capacity = volume.capacityBytes ?? volume.requestedBytes;
      if (!usedBytes || !capacity || capacity.value <= 0) continue;
      const share = usedBytes.value / capacity.value;
      if (share < nearly) continue;
      const percent = Math.floor(share * 100);
      const stops = share >= full;
      findings.push({
        rule: this.id,
        severity: stops ? 'critical' : 'warning',
        message: `The volume ${claim.name} is ${percent} % full (${formatBytes(
          usedBytes.value,
        )} of ${formatBytes(capacity.value)}).${
          stops ? ` ${consequenceOf(database)}` : ''
        }`,
        evidence: [usedBytes.evidence, capacity.evidence],
        ...(stops && { ceiling: 'at-risk' }),
        remedy:
          expandable?.value === false
            ? 'Its storage class does not allow expansion: move the database to larger volumes.'
            : 'Ask for a larger volume; check whether WAL piles up because it cannot be archived.',
      });
    }
    return findings;
  },
};

function consequenceOf({ engine, persistence }: Database): string {
  if (persistence) return 'The server refuses writes when it can save no more.';
  return engine === 'postgresql'
    ? 'PostgreSQL stops when it can write no more.'
    : 'The server stops when it can write no more.';
}
