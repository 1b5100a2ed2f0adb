import { Verdict, verdictOrder } from '@holdfast/plugin-holdfast-common';
import { CheckReport, ReportedDatabase } from './CheckReport';

const severities = ['critical', 'warning', 'info'] as const;

/**
 * What a run fails on: findings of a severity or above, or verdicts that are as bad or worse.
 */
export const failOnLevels = [
  ...severities,
  'unprotected',
  'unknown',
  'at-risk',
  'protected',
  'none',
] as const;

export type FailOn = (typeof failOnLevels)[number];

/**
 * The databases that a run fails on. What is waived does not count. Of what is declared the prediction counts, since its verdict is never a good one. What is exempt
 * is never failed on for its verdict.
 */
export function failing(
  report: Pick<CheckReport, 'databases'>,
  level: FailOn,
): ReportedDatabase[] {
  const severity = severities.findIndex(candidate => candidate === level);
  const verdict = rankOf(level);
  return report.databases.filter(database => {
    if (severity >= 0) {
      return database.findings.some(
        finding =>
          !finding.waived && severities.indexOf(finding.severity) <= severity,
      );
    }
    const rank = rankOf(decidingVerdict(database));
    return rank !== undefined && verdict !== undefined && rank <= verdict;
  });
}

/** What a database is ranked by: the prediction, where there is nothing but one. */
export function decidingVerdict({
  verdict,
  predicted,
}: Pick<ReportedDatabase, 'verdict' | 'predicted'>): Verdict {
  return verdict === 'exempt' ? verdict : predicted?.verdict ?? verdict;
}

function rankOf(verdict: Verdict | FailOn): number | undefined {
  const rank = verdictOrder.findIndex(candidate => candidate === verdict);
  return rank < 0 ? undefined : rank;
}

/** 0: nothing to complain of; 1: something that the run fails on; 2: something could not be read, which goes before. */
export function exitCodeOf(report: CheckReport, level: FailOn): 0 | 1 | 2 {
  if (report.errors.length) return 2;
  return failing(report, level).length ? 1 : 0;
}
