import {
  Instant,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { MariaDbFacts } from './MariaDbFacts';

/**
 * What was taken before the MariaDB was created was taken from another one of its name: backups name it by its name alone.
 */
export function incarnationByTime(
  facts: MariaDbFacts,
  taken: Observed<Instant>,
): Pick<RecoveryPoint, 'incarnation' | 'incarnationEvidence'> {
  const { createdAt } = facts.input.root;
  if (createdAt === undefined) return { incarnation: 'unknown' };
  const isCurrent = Date.parse(taken.value) >= Date.parse(createdAt);
  return {
    incarnation: isCurrent ? 'current' : 'other',
    incarnationEvidence: taken.evidence,
  };
}
