import {
  Assessment,
  Database,
  rpoAttainmentOf,
} from '@holdfast/plugin-holdfast-common';
import { Ownership } from './resolveOwnership';
import { FormerJudgement, StoredSummary } from './StoredDatabase';

/**
 * What a list shows of a database.
 *
 * @param options - `former` is what was concluded before: a verdict that stays, of the same incarnation, keeps the time since when it
 * holds
 */
export function summaryOf(options: {
  database: Database;
  assessment: Assessment;
  ownership: Ownership;
  former: FormerJudgement | undefined;
}): StoredSummary {
  const { database, assessment, ownership, former } = options;
  const { verdict, objective, rpo, rto, assessedAt, score } = assessment;
  const findings = assessment.findings.filter(({ waived }) => !waived);
  const waivedFindings = assessment.findings.length - findings.length;
  const isSame =
    former?.uid === database.uid && former.summary.verdict === verdict;
  const counts = { critical: 0, warning: 0, info: 0 };
  for (const { severity } of findings) {
    counts[severity] += 1;
  }
  return {
    id: database.id,
    reference: database.reference,
    uid: database.uid,
    engine: database.engine,
    version: database.version,
    operator: database.operator,
    entityRef: ownership.entityRef,
    owner: ownership.owner,
    ownerOrigin: ownership.ownerOrigin,
    system: ownership.system,
    tier: objective.tier.value,
    verdict,
    verdictSince: isSame ? former.summary.verdictSince : assessedAt,
    attainedRpoSeconds: rpo.data.seconds,
    rpoBasis: rpo.data.basis,
    rpoObjectiveSeconds: objective.rpoSeconds.data.value,
    attainedRtoSeconds: rto.data.seconds,
    rtoBasis: rto.data.basis,
    rtoObjectiveSeconds: objective.rtoSeconds.data.value,
    rpoAttainment: rpoAttainmentOf(assessment),
    ...(score && { scorePoints: score.points }),
    ...(waivedFindings > 0 && { waivedFindings }),
    topFinding: findings[0],
    findingCounts: counts,
  };
}
