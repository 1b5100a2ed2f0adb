import { Volume, VolumeCoverage } from '../../../model';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** Naming the namespace is not enough. */
export const selectorMisses: Rule = {
  id: 'coverage/selector-misses',
  title: 'Backup of the namespace leaves the volume out',
  description:
    'A schedule or backup takes the namespace of the database, and its selectors and filters, or a mark on the volume, leave the data out.',
  judges: 'arrangement',
  evaluate({ database, usable, orders }) {
    const isCovered = usable.points.length > 0 || orders.active.length > 0;
    const byOrder = new Map<string, Exclusion>();
    for (const volume of database.volumes) {
      if (volume.role === 'other') continue;
      const entry = exclusionOf(volume);
      if (!entry) continue;
      const { kind, namespace, name } = entry.backup;
      const key = `${kind}/${namespace}/${name}/${entry.reason}`;
      const known = byOrder.get(key);
      if (known) known.claims.push(volume.claim.name);
      else byOrder.set(key, { entry, claims: [volume.claim.name] });
    }
    return Array.from(
      byOrder.values(),
      ({ entry, claims }): Finding => ({
        rule: this.id,
        severity: isCovered ? 'info' : 'warning',
        message: `${entry.backup.kind.split('.')[0]} ${
          entry.backup.name
        } takes the namespace and leaves ${claims.join(', ')} out${
          entry.reason === undefined ? '' : `: ${entry.reason}`
        }.`,
        evidence: [entry.evidence],
        remedy: isCovered
          ? 'Leave it if that is meant.'
          : 'Change what leaves it out, or let another schedule take it.',
      }),
    );
  },
};

interface Exclusion {
  entry: VolumeCoverage;
  claims: string[];
}

/** A standing order that leaves it out; else the newest backup, if that did. */
function exclusionOf({ coverage = [] }: Volume): VolumeCoverage | undefined {
  const standing = coverage.find(
    ({ at, state }) => at === undefined && state === 'excluded',
  );
  return (
    standing ?? (coverage[0]?.state === 'excluded' ? coverage[0] : undefined)
  );
}
