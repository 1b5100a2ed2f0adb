import { Rule } from '../../Rule';

/** An archiver that throws WAL away reports success. */
export const archivingSkipped: Rule = {
  id: 'archiving/skipped',
  title: 'WAL is thrown away',
  description:
    'The archiver is told to skip WAL: it reports success and keeps nothing, so that backups of the running database cannot be restored.',
  judges: 'arrangement',
  evaluate({ database }) {
    const { configured, skipped } = database.archiving;
    if (configured.value !== true || skipped?.value !== true) return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message:
        'An archiver is configured but told to throw all WAL away; it reports success all the same.',
      evidence: [skipped.evidence],
      ceiling: 'at-risk',
      remedy: `Remove ${skipped.evidence.field}, then take a base backup.`,
    };
  },
};
