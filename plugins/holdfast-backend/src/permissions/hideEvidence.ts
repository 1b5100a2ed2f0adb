import {
  AttainedRpo,
  AttainedRto,
  DatabaseDetail,
  DatabaseSummary,
  Disruption,
  Finding,
} from '@holdfast/plugin-holdfast-common';

/**
 * A summary without the evidence of its finding.
 */
export function hideSummaryEvidence(summary: DatabaseSummary): DatabaseSummary {
  const { topFinding } = summary;
  return topFinding
    ? { ...summary, topFinding: withoutEvidence(topFinding) }
    : summary;
}

/**
 * A database with its verdict and without the evidence for it, and a word that there is more.
 */
export function hideDetailEvidence(detail: DatabaseDetail): DatabaseDetail {
  const { summary, assessment } = detail;
  return {
    summary: hideSummaryEvidence(summary),
    assessment: {
      ...assessment,
      rpo: withoutEvidenceEach<AttainedRpo>(assessment.rpo),
      rto: withoutEvidenceEach<AttainedRto>(assessment.rto),
      findings: assessment.findings.map(finding =>
        withoutEvidence<Finding>(finding),
      ),
    },
    evidenceHidden: true,
  };
}

function withoutEvidence<T extends { evidence: unknown[] }>(item: T): T {
  return { ...item, evidence: [] };
}

function withoutEvidenceEach<T extends { evidence: unknown[] }>(
  items: Record<Disruption, T>,
): Record<Disruption, T> {
  return {
    instance: withoutEvidence(items.instance),
    zone: withoutEvidence(items.zone),
    region: withoutEvidence(items.region),
    data: withoutEvidence(items.data),
  };
}
