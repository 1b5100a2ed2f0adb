import {
  AttainedRpo,
  AttainedRto,
  DatabaseDeletion,
  DatabaseDetail,
  DatabaseProtection,
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
    ...detail,
    summary: hideSummaryEvidence(summary),
    assessment: {
      ...assessment,
      rpo: withoutEvidenceEach<AttainedRpo>(assessment.rpo),
      rto: withoutEvidenceEach<AttainedRto>(assessment.rto),
      findings: assessment.findings.map(finding =>
        withoutEvidence<Finding>(finding),
      ),
      ...(assessment.copyChecks && {
        copyChecks: assessment.copyChecks.map(check => withoutEvidence(check)),
      }),
    },
    evidenceHidden: true,
  };
}

/**
 * What becomes of a database, without what was read to tell.
 */
export function hideDeletionEvidence(
  deletion: DatabaseDeletion,
): DatabaseDeletion {
  return {
    items: deletion.items.map(item => ({
      ...item,
      bytes: item.bytes.map(bytes => ({
        ...bytes,
        steps: bytes.steps.map(step => withoutEvidence(step)),
      })),
    })),
  };
}

/**
 * How a database is held, without the objects that were read to tell, and what was said of them.
 */
export function hideProtectionEvidence(
  protection: DatabaseProtection,
): DatabaseProtection {
  const { volumes, persistence, drills } = protection;
  return {
    ...protection,
    volumes: volumes.map(volume => ({
      ...withoutEvidence(volume),
      coverage: volume.coverage.map(({ backup, reason, ...covered }) =>
        withoutEvidence(covered),
      ),
      troubles: volume.troubles.map(({ message, ...trouble }) =>
        withoutEvidence(trouble),
      ),
    })),
    ...(persistence && { persistence: withoutEvidence(persistence) }),
    drills: drills.map(drill => withoutEvidence(drill)),
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
