import {
  Instant,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { ClusterFacts } from './ClusterFacts';

/**
 * Whether a Backup was taken from the database that exists now. The Cluster's uid decides where the Backup names it, as the Barman Cloud
 * plugin does; otherwise the time. WAL cannot be replayed across a major upgrade, so that what was taken before it does not lead to today.
 */
export function incarnationOf(
  facts: ClusterFacts,
  backup: FactReader,
): Pick<RecoveryPoint, 'incarnation' | 'incarnationEvidence'> {
  const { uid } = facts.input.root;

  const currentMajor = facts.cluster.number(
    'status',
    'pgDataImageInfo',
    'majorVersion',
  );
  const major = backup.number('status', 'majorVersion');
  if (major && currentMajor && major.value !== currentMajor.value) {
    return { incarnation: 'other', incarnationEvidence: major.evidence };
  }

  const producer = backup.string('status', 'pluginMetadata', 'clusterUID');
  if (producer) {
    return {
      incarnation: producer.value === uid ? 'current' : 'other',
      incarnationEvidence: producer.evidence,
    };
  }

  const started =
    backup.instant('status', 'startedAt') ??
    backup.instant('status', 'reconciliationStartedAt');
  return incarnationByTime(facts, started);
}

/**
 * What was taken before the Cluster was created was taken from another one of its name.
 */
export function incarnationByTime(
  facts: ClusterFacts,
  taken: Observed<Instant> | undefined,
): Pick<RecoveryPoint, 'incarnation' | 'incarnationEvidence'> {
  const { createdAt } = facts.input.root;
  if (!taken || createdAt === undefined) return { incarnation: 'unknown' };
  const isCurrent = Date.parse(taken.value) >= Date.parse(createdAt);
  return {
    incarnation: isCurrent ? 'current' : 'other',
    incarnationEvidence: taken.evidence,
  };
}
