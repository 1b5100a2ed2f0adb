import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** By default Redis refuses writes from then on (`stop-writes-on-bgsave-error`), and clients see errors. */
export const persistenceSaveFailing: Rule = {
  id: 'persistence/save-failing',
  title: 'Data cannot be written to disk',
  description:
    'The last snapshot, or the last write to the log, failed: what changed since is in memory alone.',
  judges: 'facts',
  evaluate({ database }) {
    const { snapshots, log } = database.persistence ?? {};
    const findings: Finding[] = [];
    const failing = {
      rule: this.id,
      severity: 'critical',
      ceiling: 'at-risk',
      remedy:
        'Look at the log of the server: a full volume, missing rights, or too little memory for the copy that it forks. Then let it write again (BGSAVE).',
    } as const;
    if (snapshots?.succeeded && snapshots.succeeded.value !== true) {
      const { succeeded, lastSavedAt } = snapshots;
      findings.push({
        ...failing,
        message: `The last snapshot to disk failed.${
          lastSavedAt
            ? ` The last that succeeded is of ${describeMoment(
                lastSavedAt.value,
              )}.`
            : ''
        }`,
        evidence: [
          succeeded.evidence,
          ...(lastSavedAt ? [lastSavedAt.evidence] : []),
        ],
      });
    }
    if (log?.succeeded && log.succeeded.value !== true) {
      findings.push({
        ...failing,
        message:
          'The last write to the log of writes (AOF) failed: what was written since is in memory alone.',
        evidence: [log.succeeded.evidence],
      });
    }
    return findings;
  },
};
