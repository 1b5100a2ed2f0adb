import { Rule } from '../../Rule';

/** Whoever reports in vain should hear of it. */
export const reportUnreadable: Rule = {
  id: 'restore/report-unreadable',
  title: 'Report cannot be read',
  description:
    'Something in the cluster is marked as a report of a restore of this database and cannot be read as one, so that it proves nothing.',
  judges: 'facts',
  evaluate({ database }) {
    return (database.unreadReports ?? []).map(({ message, evidence }) => ({
      rule: this.id,
      severity: 'warning' as const,
      message: `${evidence.object.kind} ${evidence.object.name} is marked as a report, and cannot be read as one: ${message}`,
      evidence: [evidence],
      remedy: 'Mend what writes the report; docs/proof.md has the format.',
    }));
  },
};
