import {
  Assessment,
  databaseIdOf,
  Disruption,
  Objective,
  ObjectiveValue,
  Verdict,
} from '@holdfast/plugin-holdfast-common';
import { factKeyOf, undescribedDatabase } from '@holdfast/plugin-holdfast-node';
import { inventoryItemOf } from '../inventoryItemOf';
import { JudgedDatabase, StoredSummary } from '../StoredDatabase';

export const CLUSTER_KIND = 'Cluster.postgresql.cnpg.io';

function each<T>(value: T): Record<Disruption, T> {
  return { instance: value, zone: value, region: value, data: value };
}

function byDefault<T>(value: T): ObjectiveValue<T> {
  return { value, origin: { level: 'default' } };
}

export const objective: Objective = {
  tier: byDefault('none'),
  rpoSeconds: each(byDefault(86_400)),
  rtoSeconds: each(byDefault(86_400)),
  retentionSeconds: byDefault(7 * 86_400),
  drillIntervalSeconds: byDefault(90 * 86_400),
  problems: [],
};

/**
 * A judged database of the given name, for tests of what is done with one.
 */
export function judgedDatabase(
  options: { name: string } & Partial<{
    cluster: string;
    namespace: string;
    uid: string;
    verdict: Verdict;
    summary: Partial<StoredSummary>;
    assessment: Partial<Assessment>;
    former: JudgedDatabase['former'];
  }>,
): JudgedDatabase {
  const { cluster = 'eu', namespace = 'shop', name } = options;
  const reference = { cluster, kind: CLUSTER_KIND, namespace, name };
  const uid = options.uid ?? `uid-of-${name}`;
  const verdict = options.verdict ?? 'protected';
  const key = factKeyOf(reference);
  const finding = {
    rule: 'backup/none',
    severity: 'critical' as const,
    message: 'No base backup exists.',
    evidence: [{ object: reference, field: '.status.phase', value: 'failed' }],
  };
  const assessment: Assessment = {
    verdict,
    basis: 'observed',
    objective,
    rpo: each({ evidence: finding.evidence }),
    rto: each({ inputs: [], evidence: finding.evidence }),
    findings: [finding],
    assessedAt: '2026-11-20T10:00:00.000Z',
    ...options.assessment,
  };
  const summary: StoredSummary = {
    id: databaseIdOf(reference),
    reference,
    uid,
    engine: 'postgresql',
    operator: 'cloudnative-pg',
    verdict,
    verdictSince: assessment.assessedAt,
    topFinding: finding,
    findingCounts: { critical: 1, warning: 0, info: 0 },
    ...options.summary,
  };
  const database = undescribedDatabase({
    cluster,
    root: { kind: CLUSTER_KIND, namespace, name, uid },
    engine: { id: 'cloudnative-pg' },
    engineName: 'postgresql',
  });
  const inventory = inventoryItemOf({ database, summary });
  return {
    factKey: key,
    summary,
    assessment,
    inventory,
    inventoryHash: JSON.stringify(inventory),
    former: options.former,
  };
}
